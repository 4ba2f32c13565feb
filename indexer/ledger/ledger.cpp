// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/ledger.h"

#include <fmt/format.h>

#include "core/base/failure.h"
#include "core/base/json_text.h"
#include "indexer/ledger/reading_json.h"
#include "indexer/ledger/sidecar.h"

namespace nutgraf::ledger {
namespace {

constexpr int kLedgerFormat = 1;
constexpr std::string_view kSuperseded = "superseded";
constexpr std::string_view kWordless = "wordless";

nlohmann::ordered_json to_json(const std::vector<ArticleEntry>& articles) {
  auto rows = nlohmann::ordered_json::array();
  for (const ArticleEntry& article : articles) {
    rows.push_back({article.id, article.hash, article.passages});
  }
  return rows;
}

std::vector<ArticleEntry> articles_from_json(const nlohmann::json& rows) {
  std::vector<ArticleEntry> articles;
  articles.reserve(rows.size());
  for (const nlohmann::json& row : rows) {
    articles.push_back({row.at(0).get<std::string>(), row.at(1).get<std::string>(), row.at(2).get<std::uint32_t>()});
  }
  return articles;
}

nlohmann::ordered_json to_json(const std::vector<AbsentEntry>& absent) {
  auto rows = nlohmann::ordered_json::array();
  for (const AbsentEntry& entry : absent) {
    rows.push_back({entry.id, entry.hash, entry.why == Absence::Wordless ? kWordless : kSuperseded});
  }
  return rows;
}

std::vector<AbsentEntry> absent_from_json(const nlohmann::json& rows) {
  std::vector<AbsentEntry> absent;
  absent.reserve(rows.size());
  for (const nlohmann::json& row : rows) {
    const Absence why = row.at(2) == kWordless ? Absence::Wordless : Absence::Superseded;
    absent.push_back({row.at(0).get<std::string>(), row.at(1).get<std::string>(), why});
  }
  return absent;
}

FileEntry file_from_json(const nlohmann::json& json) {
  FileEntry entry;
  json.at("path").get_to(entry.file.path);
  json.at("size").get_to(entry.file.size);
  json.at("mtime_ns").get_to(entry.file.mtime_ns);
  json.at("hash").get_to(entry.file.hash);
  entry.articles = articles_from_json(json.at("ids"));
  if (json.contains("vanished")) {
    entry.vanished = articles_from_json(json.at("vanished"));
  }
  if (json.contains("absent")) {
    entry.absent = absent_from_json(json.at("absent"));
  }
  return entry;
}

read::ReadOptions head_from_json(const nlohmann::json& json, const std::filesystem::path& file) {
  if (const int format = json.at("ledger").get<int>(); format > kLedgerFormat) {
    throw Failure(ExitCode::Missing, fmt::format("{} was written by a newer nutgraf-index", file.string()),
                  "use that version, or build the index again");
  }
  return reading_from_json(json.at("reading"));
}

}  // namespace

Writer::Writer(const std::filesystem::path& file, const read::ReadOptions& reading) : file_(file) {
  file_.write(json_text<nlohmann::ordered_json>({{"ledger", kLedgerFormat}, {"reading", ledger::to_json(reading)}}) +
              "\n");
}

void Writer::write(const FileEntry& entry) {
  nlohmann::ordered_json json = {{"path", entry.file.path},
                                 {"size", entry.file.size},
                                 {"mtime_ns", entry.file.mtime_ns},
                                 {"hash", entry.file.hash},
                                 {"ids", to_json(entry.articles)}};
  if (!entry.vanished.empty()) {
    json["vanished"] = to_json(entry.vanished);
  }
  if (!entry.absent.empty()) {
    json["absent"] = to_json(entry.absent);
  }
  file_.write(json_text(json) + "\n");
}

void Writer::close() {
  file_.commit(AtomicFile::Durability::Cached);
}

read::ReadOptions read_ledger(const std::filesystem::path& file, const std::function<void(FileEntry&&)>& take) {
  read::ReadOptions reading;
  bool has_head = false;
  read_lines(file, [&](const nlohmann::json& json) {
    if (has_head) {
      take(file_from_json(json));
    } else {
      reading = head_from_json(json, file);
      has_head = true;
    }
  });
  if (!has_head) {
    throw Failure(ExitCode::Missing, fmt::format("{} is empty", file.string()), "build the index again");
  }
  return reading;
}

}  // namespace nutgraf::ledger
