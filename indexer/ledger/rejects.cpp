// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/rejects.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <system_error>

#include "core/base/json_text.h"
#include "core/index/layout.h"
#include "indexer/ledger/reading_json.h"
#include "indexer/ledger/sidecar.h"

namespace nutgraf::ledger {
namespace {

std::string as_seen_from_here(const std::string& path) {
  std::error_code error;
  const std::string here = std::filesystem::current_path(error).string() + "/";
  return !error && path.starts_with(here) ? path.substr(here.size()) : path;
}

}  // namespace

void write_rejects(const std::filesystem::path& folder, const std::vector<read::Reject>& rejects) {
  write_file(folder / layout::kRejects, to_json_lines(rejects));
}

std::string to_json_lines(const std::vector<read::Reject>& rejects) {
  std::string lines;
  for (const read::Reject& reject : rejects) {
    lines += json_text<nlohmann::ordered_json>({{"path", reject.path},
                                                {"line", reject.line},
                                                {"member", reject.member},
                                                {"byte", reject.byte},
                                                {"reason", reject.reason},
                                                {"action", reject.action},
                                                {"loss", reject.loss == read::Loss::Record ? "record" : "duplicate"}});
    lines += '\n';
  }
  return lines;
}

std::vector<read::Reject> read_rejects(const std::filesystem::path& folder) {
  std::vector<read::Reject> rejects;
  read_lines(folder / layout::kRejects, [&](const nlohmann::json& json) {
    read::Reject& reject = rejects.emplace_back();
    json.at("path").get_to(reject.path);
    json.at("line").get_to(reject.line);
    json.at("member").get_to(reject.member);
    json.at("byte").get_to(reject.byte);
    json.at("reason").get_to(reject.reason);
    json.at("action").get_to(reject.action);
    reject.loss = json.at("loss") == "record" ? read::Loss::Record : read::Loss::Duplicate;
  });
  return rejects;
}

std::string to_line(const read::Reject& reject) {
  std::string line = as_seen_from_here(reject.path);
  if (!reject.member.empty()) {
    line += fmt::format(" member {}", reject.member);
  }
  if (reject.line != 0) {
    line += fmt::format(" line {}", reject.line);
  }
  line += fmt::format(": {}", reject.reason);
  if (!reject.action.empty()) {
    line += fmt::format(" ({})", reject.action);
  }
  return line;
}

}  // namespace nutgraf::ledger
