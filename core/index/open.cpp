// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/open.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <thread>

#include "core/base/denial.h"
#include "core/glass/corruption_error.h"
#include "core/glass/database_format.h"
#include "core/glass/format.h"
#include "core/index/shards.h"

namespace nutgraf {
namespace {

// A swap and its pruning are over long before the last of these.
constexpr std::array<std::chrono::milliseconds, 4> kWaits{{std::chrono::milliseconds(10), std::chrono::milliseconds(40),
                                                           std::chrono::milliseconds(200),
                                                           std::chrono::milliseconds(700)}};

// Milliseconds. A server answers a large query at once or not at all.
constexpr unsigned kAnswerWithin = 60'000;
constexpr unsigned kConnectWithin = 10'000;

std::string advice_on_damage(const std::filesystem::path& index) {
  return fmt::format("check it: nutgraf-index check {0}; go back: nutgraf-index rollback {0}", index.string());
}

Xapian::Database open_shard(const Shard& shard) {
  return shard.folder.empty() ? Xapian::Remote::open(shard.host, shard.port, kAnswerWithin, kConnectWithin)
                              : Xapian::Database(shard.folder.string());
}

std::string name_of(const Shard& shard) {
  return shard.folder.empty() ? fmt::format("{}:{}", shard.host, shard.port) : shard.folder.string();
}

Contract contract_of(const Xapian::Database& database, const std::string& name) {
  const std::string value = database.get_metadata(std::string(kContractKey));
  if (value.empty()) {
    throw Failure(ExitCode::Missing, fmt::format("{} is a Xapian database, but nutgraf-index did not make it", name),
                  "make an index: nutgraf-index build INDEX INPUT...");
  }
  try {
    return decode_contract(value);
  } catch (const Failure& e) {
    throw Failure(e.code(), fmt::format("{}: {}", name, e.what()), e.advice());
  }
}

std::string as_text(std::string_view uuid) {
  std::string text;
  for (std::size_t i = 0; i < uuid.size(); ++i) {
    text +=
        fmt::format("{}{:02x}", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", static_cast<unsigned char>(uuid[i]));
  }
  return text;
}

/// Nothing where it is not of this Xapian's format: then Xapian reads it alone. Damage is found here, before Xapian
/// opens the database: it trusts the heights of trees, and may crash.
std::optional<glass::Version> version_of(const std::filesystem::path& folder) {
  try {
    return glass::has_known_format(folder) ? std::optional(glass::read_version(folder / glass::kVersionFile))
                                           : std::nullopt;
  } catch (const std::system_error& error) {
    if (error.code() == std::errc::no_such_file_or_directory) {
      return std::nullopt;
    }
    throw;
  }
}

/// Of the revision that Xapian opened. Xapian takes a missing table of positions for an empty one, so ours are opened
/// even where they are not used.
std::shared_ptr<const glass::PassageTables> tables_of(const Xapian::Database& database,
                                                      const std::filesystem::path& folder,
                                                      const std::optional<glass::Version>& version) {
  const bool is_same =
      version && version->revision == database.get_revision() && as_text(version->uuid) == database.get_uuid();
  return is_same ? std::make_shared<const glass::PassageTables>(folder, *version) : nullptr;
}

/// Xapian opens its table of positions when it is first asked for, and goes on without it where it cannot (no
/// descriptors left, an error of the disk): it is asked here, where that is an error.
void require_positions(const Xapian::Database& shard, const glass::PassageTables* tables, const Contract& contract) {
  if (tables == nullptr || contract.tokens == 0) {
    return;
  }
  if (tables->position().empty()) {
    throw glass::CorruptionError("its words have no positions");
  }
  if (!shard.has_positions()) {
    throw Failure(ExitCode::Missing, "the table of positions cannot be read", std::string(kOnDenial));
  }
}

/// With a wrong number of passages Xapian's matcher crashes, and a query compares no sums of files.
void require_all_passages(const Xapian::Database& shard, const Contract& contract) {
  if (shard.get_doccount() != contract.passages || shard.get_lastdocid() < shard.get_doccount()) {
    throw glass::CorruptionError(
        fmt::format("it says that it has {} passages, not {}", shard.get_doccount(), contract.passages));
  }
}

void add_languages(Contract& sum, const Contract& shard) {
  for (const LanguageCount& more : shard.languages) {
    const auto same = std::find_if(sum.languages.begin(), sum.languages.end(),
                                   [&](const LanguageCount& l) { return l.language == more.language; });
    if (same == sum.languages.end()) {
      sum.languages.push_back(more);
    } else {
      same->articles += more.articles;
      same->passages += more.passages;
      same->tokens += more.tokens;
    }
  }
  std::stable_sort(sum.languages.begin(), sum.languages.end(),
                   [](const LanguageCount& a, const LanguageCount& b) { return a.articles > b.articles; });
}

void add_contract(Contract& sum, const Contract& shard, const std::string& name) {
  if (shard.analyzer != sum.analyzer) {
    throw Failure(
        ExitCode::Missing,
        fmt::format("{} was made with analyzer {}, the shards before it with {}", name, shard.analyzer, sum.analyzer),
        "build all shards with the same nutgraf");
  }
  sum.articles += shard.articles;
  sum.passages += shard.passages;
  sum.undated += shard.undated;
  sum.tokens += shard.tokens;
  add_languages(sum, shard);
}

void refuse_repeated(const std::vector<Xapian::Database>& shards, const std::string& path) {
  std::set<std::string> seen;
  for (const Xapian::Database& shard : shards) {
    if (!seen.insert(shard.get_uuid()).second) {
      throw Failure(ExitCode::Missing, fmt::format("{} names the same database twice", path),
                    "name each shard once in the stub");
    }
  }
}

OpenIndex open_once(const std::filesystem::path& path) {
  ShardList list = list_shards(path);
  OpenIndex index;
  index.path = path.string();
  index.generation = std::move(list.generation);
  for (const Shard& shard : list.shards) {
    const auto version = shard.folder.empty() ? std::nullopt : version_of(shard.folder);
    index.shards.push_back(open_shard(shard));
    index.remote_shards += shard.folder.empty() ? 1U : 0U;
    const Contract contract = contract_of(index.shards.back(), list.shards.size() == 1 ? index.path : name_of(shard));
    index.tables = tables_of(index.shards.back(), shard.folder, version);
    require_all_passages(index.shards.back(), contract);
    require_positions(index.shards.back(), index.tables.get(), contract);
    if (index.shards.size() == 1) {
      index.contract = contract;
    } else {
      add_contract(index.contract, contract, name_of(shard));
    }
  }
  if (index.shards.size() == 1) {
    index.database = index.shards.front();
    return index;
  }
  index.tables = nullptr;
  refuse_repeated(index.shards, index.path);
  for (const Xapian::Database& shard : index.shards) {
    index.database.add_database(shard);
  }
  return index;
}

// Xapian's errors have no virtual functions: the name of their class is what tells them apart.
bool is_opening_error(std::string_view type) {
  return type == "DatabaseNotFoundError" || type == "DatabaseOpeningError" || type == "DatabaseVersionError";
}

/// A swap between reading the stub and opening what it named looks like one of these.
bool may_be_a_swap(const Xapian::Error& error) {
  const std::string_view type = error.get_type();
  return is_opening_error(type) || type == "DatabaseModifiedError";
}

Failure damaged(const std::filesystem::path& index, const std::exception& error) {
  return {ExitCode::Missing, fmt::format("{} is damaged: {}", index.string(), error.what()), advice_on_damage(index)};
}

}  // namespace

OpenIndex open_index(const std::filesystem::path& index) {
  for (std::size_t tries = 0;; ++tries) {
    try {
      return open_once(index);
    } catch (const Xapian::Error& e) {
      if (!may_be_a_swap(e) || tries == kWaits.size()) {
        throw index_failure(e, index.string());
      }
    } catch (const Failure&) {
      throw;
    } catch (const std::system_error& e) {
      if (is_denial(e.code())) {
        throw Failure(ExitCode::Missing, fmt::format("{} cannot be read: {}", index.string(), e.what()),
                      std::string(kOnDenial));
      }
      if (e.code() != std::errc::no_such_file_or_directory || tries == kWaits.size()) {
        throw damaged(index, e);
      }
    } catch (const std::exception& e) {  // Xapian on noise: bad_alloc, length_error, ...
      throw damaged(index, e);
    }
    std::this_thread::sleep_for(kWaits.at(tries));
  }
}

std::string metadata(const OpenIndex& index, const std::string& key) {
  for (const Xapian::Database& shard : index.shards) {
    std::string value = shard.get_metadata(key);
    if (!value.empty()) {
      return value;
    }
  }
  return {};
}

std::string describe(const Xapian::Error& error, const std::string& path) {
  std::string detail = error.get_msg();
  if (error.get_error_string() != nullptr) {
    detail += fmt::format(" ({})", error.get_error_string());
  }
  const std::string_view type = error.get_type();
  if (type.substr(0, 7) == "Network") {
    return fmt::format("a remote shard of {} does not answer: {}", path, detail);
  }
  if (type == "DatabaseModifiedError") {
    return fmt::format("{} is damaged, or was changed while it was read: {}", path, detail);
  }
  if (is_opening_error(type)) {
    return fmt::format("{} cannot be opened: {}", path, detail);
  }
  if (type.substr(0, 8) == "Database") {
    return fmt::format("{} is damaged: {}", path, detail);
  }
  return fmt::format("Xapian failed on {}: {}: {}", path, type, detail);
}

bool is_denial(const Xapian::Error& error) {
  const char* const reason = error.get_error_string();
  return reason != nullptr && is_denial(std::string_view(reason));
}

Failure index_failure(const Xapian::Error& error, const std::string& path) {
  return {ExitCode::Missing, describe(error, path), is_denial(error) ? std::string(kOnDenial) : advice_on_damage(path)};
}

}  // namespace nutgraf
