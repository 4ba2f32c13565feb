// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/rejects.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/base/json_text.h"
#include "core/index/layout.h"
#include "indexer/ledger/reading_json.h"
#include "indexer/ledger/sidecar.h"

namespace nutgraf::ledger {
namespace {

constexpr std::array<std::pair<read::Loss, std::string_view>, 3> kLosses = {
    {{read::Loss::Record, "record"}, {read::Loss::Duplicate, "duplicate"}, {read::Loss::None, "none"}}};

std::string_view name_of(read::Loss loss) {
  return std::ranges::find(kLosses, loss, &std::pair<read::Loss, std::string_view>::first)->second;
}

read::Loss loss_named(std::string_view name) {
  const auto* const found = std::ranges::find(kLosses, name, &std::pair<read::Loss, std::string_view>::second);
  return found == kLosses.end() ? read::Loss::Duplicate : found->first;
}

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
                                                {"loss", name_of(reject.loss)}});
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
    reject.loss = loss_named(json.at("loss").get<std::string>());
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
