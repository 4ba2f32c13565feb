// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json_text.h"
#include "core/cli/shell_word.h"

namespace nutgraf {
namespace {

std::uint64_t total(const std::map<std::string, std::uint64_t>& counts) {
  std::uint64_t sum = 0;
  for (const auto& [name, count] : counts) {
    sum += count;
  }
  return sum;
}

/// "88 binary, 31 empty", most first.
std::string listed(const std::map<std::string, std::uint64_t>& counts) {
  std::vector<std::pair<std::string, std::uint64_t>> rows(counts.begin(), counts.end());
  std::ranges::stable_sort(rows, [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> parts;
  parts.reserve(rows.size());
  for (const auto& [name, count] : rows) {
    parts.push_back(fmt::format("{} {}", fmt::group_digits(count), name));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string duration(double seconds) {
  return seconds < 10 ? fmt::format("{:.1f} s", seconds) : fmt::format("{:.0f} s", seconds);
}

std::string megabytes(std::uint64_t bytes) {
  return fmt::format("{}", fmt::group_digits(bytes / 1'000'000));
}

std::string share(std::uint64_t part, std::uint64_t whole) {
  const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  return percent < 1 ? "under 1 %" : fmt::format("{:.0f} %", percent);
}

class Line {
 public:
  explicit Line(const Report& report) : report_(report) {}

  std::string build() {
    add(counted(report_.files, "file"));
    add(counted(report_.articles, "article"));
    add(counted(report_.passages, "passage"));
    add(duration(report_.seconds));
    add_losses();
    add_remarks();
    return text();
  }

  std::string update() {
    add(counted(report_.files, "file"));
    add(duration(report_.seconds));
    add_losses();
    add_remarks();
    std::string vanished = fmt::format("{}", fmt::group_digits(report_.vanished + report_.pruned));
    if (report_.pruned != 0) {
      vanished += " (removed)";
    } else if (report_.vanished != 0) {
      vanished += " (kept; --prune removes them)";
    }
    add(fmt::format("added {}, replaced {}, unchanged {}, vanished {}", fmt::group_digits(report_.added),
                    fmt::group_digits(report_.replaced), fmt::group_digits(report_.unchanged), vanished));
    return text();
  }

  std::string unblocking() {
    add(fmt::format("unblocked {}; a build reads them again, an update once their files have changed",
                    counted(report_.unblocked, "text")));
    return text();
  }

  std::string rollback() {
    add(report_.previous.empty()
            ? fmt::format("generation {} is live", report_.generation)
            : fmt::format("generation {} is live, in place of {}", report_.generation, report_.previous));
    return text();
  }

  std::string optimization() {
    add(fmt::format("{} MB, {} MB before", megabytes(report_.size), megabytes(report_.previous_size)));
    add(duration(report_.seconds));
    return text();
  }

  std::string deletion() {
    add("deleted " + counted(report_.deleted, "article"));
    if (report_.not_found != 0) {
      add(fmt::format("not found {}", fmt::group_digits(report_.not_found)));
    }
    add(counted(report_.articles, "article") + " left");
    add(duration(report_.seconds));
    return text();
  }

 private:
  void add(std::string part) { parts_.push_back(std::move(part)); }
  [[nodiscard]] std::string text() const { return fmt::format("{}", fmt::join(parts_, " · ")); }

  void add_losses() {
    const std::size_t before = parts_.size();
    if (!report_.skipped.empty()) {
      add(fmt::format("skipped {} ({})", fmt::group_digits(total(report_.skipped)), listed(report_.skipped)));
    }
    if (report_.rejected != 0) {
      add(fmt::format("rejected {}", fmt::group_digits(report_.rejected)));
    }
    const bool are_listed = !report_.generation.empty();
    if (parts_.size() != before && are_listed) {
      parts_.back() += fmt::format(": nutgraf-index stats {} --rejects", cli::shell_word(report_.index));
    }
  }

  void add_remarks() {
    add_undated();
    add_count("dates not understood", report_.bad_dates);
    add_count("with a title only", report_.title_only);
    if (!report_.unmatched_maps.empty()) {
      add(fmt::format("in no record: --map {}", fmt::join(report_.unmatched_maps, ", --map ")));
    }
    if (report_.duplicate_ids != 0) {
      add(fmt::format("ids declared twice {} (the last of each was kept; --map id=none keeps all)",
                      fmt::group_digits(report_.duplicate_ids)));
    }
    add_count("invalid characters replaced in", report_.repaired);
    if (total(report_.mended) != 0) {
      add(fmt::format("mended {} ({})", fmt::group_digits(total(report_.mended)), listed(report_.mended)));
    }
    add_count("broken words joined as the corpus writes them", report_.joined);
    add_count("over-long words shortened", report_.shortened_terms);
    if (report_.copies != 0) {
      add(fmt::format("copies {} (of {})", fmt::group_digits(report_.copies), counted(report_.copy_groups, "article")));
    }
    add_count("boilerplate cut from", report_.trimmed);
    add_count("kept out because they were purged", report_.blocked);
    if (!report_.encodings.empty()) {
      add(fmt::format("converted {} ({})", fmt::group_digits(total(report_.encodings)), listed(report_.encodings)));
    }
  }

  void add_undated() {
    const bool is_of_all = report_.command == "build" && report_.articles != 0;  // not of an update
    if (report_.undated != 0 && is_of_all) {
      add(fmt::format("undated {} ({})", fmt::group_digits(report_.undated), share(report_.undated, report_.articles)));
    } else {
      add_count("undated", report_.undated);
    }
  }

  void add_count(const char* what, std::uint64_t count) {
    if (count != 0) {
      add(fmt::format("{} {}", what, fmt::group_digits(count)));
    }
  }

  const Report& report_;
  std::vector<std::string> parts_;
};

}  // namespace

std::string to_line(const Report& report) {
  using Form = std::string (Line::*)();
  static const std::map<std::string_view, Form> kForms = {
      {"build", &Line::build},       {"update", &Line::update},
      {"delete", &Line::deletion},   {"delete --unblock", &Line::unblocking},
      {"rollback", &Line::rollback}, {"optimize", &Line::optimization},
  };
  return (Line(report).*kForms.at(report.command))();
}

std::string to_json(const Report& report) {
  const nlohmann::ordered_json json = {{"command", report.command},
                                       {"index", report.index},
                                       {"generation", report.generation},
                                       {"files", report.files},
                                       {"articles", report.articles},
                                       {"passages", report.passages},
                                       {"bytes", report.bytes},
                                       {"seconds", report.seconds},
                                       {"skipped", report.skipped},
                                       {"rejected", report.rejected},
                                       {"encodings", report.encodings},
                                       {"undated", report.undated},
                                       {"bad_dates", report.bad_dates},
                                       {"title_only", report.title_only},
                                       {"unmatched_maps", report.unmatched_maps},
                                       {"duplicate_ids", report.duplicate_ids},
                                       {"repaired", report.repaired},
                                       {"mended", report.mended},
                                       {"shortened_terms", report.shortened_terms},
                                       {"copies", report.copies},
                                       {"copy_groups", report.copy_groups},
                                       {"boilerplate_cut", report.trimmed},
                                       {"joined", report.joined},
                                       {"blocked", report.blocked},
                                       {"added", report.added},
                                       {"replaced", report.replaced},
                                       {"unchanged", report.unchanged},
                                       {"vanished", report.vanished},
                                       {"pruned", report.pruned},
                                       {"deleted", report.deleted},
                                       {"not_found", report.not_found},
                                       {"unblocked", report.unblocked},
                                       {"previous", report.previous},
                                       {"size", report.size},
                                       {"previous_size", report.previous_size}};
  return json_text(json);
}

std::string counted(std::uint64_t number, const std::string& thing) {
  return fmt::format("{} {}{}", fmt::group_digits(number), thing, number == 1 ? "" : "s");
}

}  // namespace nutgraf
