// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes, whatever the file is called: no crash, and every article, repaired, is valid UTF-8 without NUL or CR, with
// an id.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/utf8.h"
#include "indexer/clean/repair.h"
#include "indexer/read/document_reader.h"
#include "indexer/read/parsers.h"
#include "indexer/read/registry.h"

namespace {

using namespace nutgraf;

class CheckingSink final : public read::Sink {
 public:
  read::FileDecision begin_file(const read::FileFacts& /*file*/) override { return read::FileDecision::Read; }
  void article(Article&& article) override {
    clean::repair(article);
    const ArticleRecord& record = article.record;
    const bool valid =
        utf8::is_valid(article.text) && utf8::is_valid(record.title) && utf8::is_valid(record.id) && !record.id.empty();
    const bool clean = article.text.find('\0') == std::string::npos && article.text.find('\r') == std::string::npos;
    const bool dated = record.date.empty() || record.date.size() == 10 || record.date.size() == 7;  // a day or a month
    if (!valid || !clean || (article.text.empty() && record.title.empty()) || !dated) {
      std::abort();
    }
  }
  void reject(read::Reject&& reject) override {
    if (reject.reason.empty() || !utf8::is_valid(reject.reason)) {
      std::abort();
    }
  }
  void skip(const std::string& /*path*/, read::Skip /*kind*/) override {}
  void note(const Origin& /*origin*/, read::Note /*kind*/, const std::string& /*detail*/) override {}
  void end_file(const read::FileFacts& /*file*/) override {}
  [[nodiscard]] bool stopped() const override { return false; }
};

/// How an input is read: by its name or as a format that is given.
struct Trial {
  std::string name;
  std::string format;
};

/// Every reader by its first extension, else as a given format; with NUTGRAF_FUZZ_READER only that reader. Documents
/// that a process of their own parses have the target parse_document.
std::vector<Trial> trials() {
  const char* const only = std::getenv("NUTGRAF_FUZZ_READER");
  std::vector<Trial> trials;
  if (only == nullptr) {
    trials = {{"a", ""}, {"a.md", ""}};
  }
  for (const read::Reader& reader : read::readers()) {
    const bool apart =
        std::ranges::find(read::parsers(), reader.name, &read::sandbox::Parser::name) != read::parsers().end();
    if (apart || (only != nullptr && reader.name != only)) {
      continue;
    }
    const std::string extension(reader.extensions.front());
    if (!extension.empty()) {
      trials.push_back({"a." + extension, only == nullptr ? "" : std::string(reader.name)});
    } else {
      trials.push_back({"a", std::string(reader.name)});
    }
  }
  if (trials.empty()) {
    std::abort();  // no reader of that name
  }
  return trials;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const std::vector<Trial> all = trials();
  for (const Trial& trial : all) {
    read::ReadOptions options;
    options.format = trial.format;
    options.split_level = trial.name.ends_with(".md") ? 3 : 0;
    CheckingSink sink;
    read::ArticleEmitter emitter(options, sink, [](const std::string& id) { return id; });
    read::unpack::UnpackBudget budget{16UL * 1024 * 1024};
    read::TextSource source(bytes);
    read::Document document;
    document.id = document.file_id = document.name = document.given = trial.name;
    try {
      read::DocumentReader(emitter, budget).read(source, document, read::DocumentReader::Position::Inside);
    } catch (const read::unpack::BudgetSpent&) {
    }
  }
  return 0;
}
