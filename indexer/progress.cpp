// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/json_text.h"
#include "indexer/report.h"

namespace nutgraf {

std::string progress_text(const build::Progress& progress, std::chrono::duration<double> elapsed) {
  const double rate = static_cast<double>(progress.bytes.load()) / 1e6 / std::max(elapsed.count(), 1e-3);
  return fmt::format("{} · {} · {} · {:.1f} MB/s", counted(progress.files.load(), "file"),
                     counted(progress.articles.load(), "article"), counted(progress.passages.load(), "passage"), rate);
}

std::string progress_json(const build::Progress& progress, std::chrono::duration<double> elapsed) {
  return json_text<nlohmann::ordered_json>({{"files", progress.files.load()},
                                            {"articles", progress.articles.load()},
                                            {"passages", progress.passages.load()},
                                            {"bytes", progress.bytes.load()},
                                            {"seconds", elapsed.count()}});
}

}  // namespace nutgraf
