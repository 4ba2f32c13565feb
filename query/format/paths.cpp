// SPDX-License-Identifier: GPL-2.0-or-later
#include <set>

#include "core/base/native_path.h"
#include "core/text/display_width.h"
#include "query/format/formats.h"

namespace nutgraf::format {
namespace {

// The file that each hit was read from, once, best first.
class Paths : public AnswerFormat {
 public:
  explicit Paths(PathEnd end) : end_(end == PathEnd::Zero ? '\0' : '\n') {}

  [[nodiscard]] std::string answer(const view::Answer& answer) const override {
    std::set<std::string_view> seen;
    std::string out;
    for (const view::Hit& hit : answer.hits) {
      const std::string& path = hit.record.origin.path;
      if (!path.empty() && seen.insert(path).second) {
        out += end_ == '\0' ? native_path(path) : without_controls(path);
        out += end_;
      }
    }
    return out;
  }

 private:
  char end_;
};

}  // namespace

std::unique_ptr<AnswerFormat> paths_format(PathEnd end) {
  return std::make_unique<Paths>(end);
}

}  // namespace nutgraf::format
