// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/trec.h"

#include <fmt/format.h>

#include <iterator>

#include "query/format/formats.h"

namespace nutgraf::format {
namespace {

class Trec : public AnswerFormat {
 public:
  explicit Trec(const FormatOptions& options) : unit_(options.trec_unit) {}

  [[nodiscard]] std::string answer(const view::Answer& answer) const override {
    const std::string qid = answer.qid.empty() ? "1" : without_blanks(answer.qid);
    std::string out;
    for (const view::Hit& hit : answer.hits) {
      fmt::format_to(std::back_inserter(out), "{} Q0 {} {} {:.6f} nutgraf\n", qid, docno(hit, unit_), hit.rank,
                     hit.score);
    }
    return out;
  }

 private:
  TrecUnit unit_;
};

}  // namespace

std::string without_blanks(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F) {
      fmt::format_to(std::back_inserter(out), "%{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

std::string docno(const view::Hit& hit, TrecUnit unit) {
  const std::string id = without_blanks(hit.id);
  return unit == TrecUnit::Passage ? fmt::format("{}#{}", id, hit.passage) : id;
}

std::unique_ptr<AnswerFormat> trec_format(const FormatOptions& options) {
  return std::make_unique<Trec>(options);
}

}  // namespace nutgraf::format
