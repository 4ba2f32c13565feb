// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/blocklist.h"

#include <fmt/format.h>
#include <nettle/hmac.h>
#include <sys/random.h>

#include <algorithm>
#include <cerrno>
#include <span>
#include <system_error>

#include "core/base/ascii.h"
#include "core/base/atomic_file.h"
#include "core/base/failure.h"
#include "core/base/file_reader.h"
#include "core/index/layout.h"

namespace nutgraf::ledger {
namespace {

constexpr std::string_view kHead = "nutgraf blocked 1";
constexpr std::size_t kRecordDigits = 32;  // of a ledger's hash, before those of the text
constexpr std::string_view kId = "id:";
constexpr std::string_view kName = "name:";
constexpr std::string_view kText = "text:";
constexpr std::size_t kKeptBytes = 16;  // of an HMAC

std::string to_digits(std::span<const std::uint8_t> bytes) {
  std::string digits;
  for (const std::uint8_t byte : bytes) {
    fmt::format_to(std::back_inserter(digits), "{:02x}", byte);
  }
  return digits;
}

bool is_hexadecimal(std::string_view digits, std::size_t bytes) {
  return digits.size() == 2 * bytes &&
         std::ranges::all_of(digits, [](char c) { return ascii::is_digit(c) || (c >= 'a' && c <= 'f'); });
}

std::string_view file_name(std::string_view id) {
  return id.substr(id.rfind('/') + 1);  // of npos: 0
}

std::uint8_t nibble(char digit) {
  return static_cast<std::uint8_t>(ascii::is_digit(digit) ? digit - '0' : digit - 'a' + 10);
}

void fill_with_chance(std::span<std::uint8_t> key) {
  if (::getrandom(key.data(), key.size(), 0) != static_cast<ssize_t>(key.size())) {
    throw Failure(ExitCode::Failed,
                  fmt::format("the system gives no random numbers for the list of blocked articles: {}",
                              std::generic_category().message(errno)));
  }
}

[[noreturn]] void refuse_damaged(const std::filesystem::path& file, std::uint64_t line) {
  throw Failure(ExitCode::Missing, fmt::format("{} is damaged in line {}", file.string(), line),
                "put back a copy of it; without it, articles that were purged could come back");
}

}  // namespace

std::string_view text_part(std::string_view hash) {
  return hash.size() > kRecordDigits ? hash.substr(kRecordDigits) : hash;
}

Blocklist Blocklist::read(const std::filesystem::path& index) {
  Blocklist list;
  const std::filesystem::path file = index / layout::kBlocked;
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(file, error))) {
    return list;
  }
  constexpr std::string_view kKeyWord = "key ";
  constexpr std::size_t kDigits = 2 * kKeptBytes;
  std::uint64_t number = 0;
  LineReader lines(file.string(), "without it, articles that were purged could come back");
  for (std::string text; lines.next(text);) {
    std::string_view line = text;
    ++number;
    if (number == 1 && line == kHead) {
      continue;
    }
    if (number == 2 && line.starts_with(kKeyWord) && is_hexadecimal(line.substr(kKeyWord.size()), list.key_.size())) {
      line.remove_prefix(kKeyWord.size());
      for (std::size_t i = 0; i < list.key_.size(); ++i) {
        list.key_[i] = static_cast<std::uint8_t>(nibble(line[2 * i]) << 4U | nibble(line[2 * i + 1]));
      }
      continue;
    }
    const bool is_row = number > 2 && line.size() == 2 * kDigits + 1 && line[kDigits] == ' ' &&
                        is_hexadecimal(line.substr(0, kDigits), kKeptBytes) &&
                        is_hexadecimal(line.substr(kDigits + 1), kKeptBytes);
    if (!is_row) {
      refuse_damaged(file, number);
    }
    list.texts_.emplace(line.substr(kDigits + 1));
    list.rows_.emplace(line.substr(0, kDigits), line.substr(kDigits + 1));
  }
  if (number < 2) {
    refuse_damaged(file, number);
  }
  return list;
}

std::string Blocklist::keyed(std::string_view kind, std::string_view value) const {
  hmac_sha256_ctx context{};
  hmac_sha256_set_key(&context, key_.size(), key_.data());
  for (const std::string_view part : {kind, value}) {
    hmac_sha256_update(&context, part.size(),
                       reinterpret_cast<const std::uint8_t*>(part.data()));  // NOLINT(*-reinterpret-cast): C interface
  }
  std::array<std::uint8_t, kKeptBytes> kept{};
  hmac_sha256_digest(&context, kept.size(), kept.data());
  return to_digits(kept);
}

bool Blocklist::blocks(std::string_view id, std::string_view hash, IdSource source) const {
  // The second: of a ledger that had no hash of the text alone.
  for (const std::string_view part : {text_part(hash), hash.substr(0, kRecordDigits)}) {
    const std::string text = rows_.empty() ? std::string() : keyed(kText, part);
    if (texts_.contains(text) && (rows_.contains({keyed(kId, id), text}) ||
                                  (source == IdSource::Path && rows_.contains({keyed(kName, file_name(id)), text})))) {
      return true;
    }
  }
  return false;
}

void Blocklist::add(std::string_view id, std::string_view hash) {
  if (std::ranges::all_of(key_, [](std::uint8_t byte) { return byte == 0; })) {
    fill_with_chance(key_);
  }
  const std::string text = keyed(kText, text_part(hash));
  texts_.insert(text);
  rows_.emplace(keyed(kId, id), text);
  rows_.emplace(keyed(kName, file_name(id)), text);
}

std::size_t Blocklist::lift(std::string_view id) {
  const auto erase = [&](const std::string& meant) {
    return std::erase_if(rows_, [&](const Row& row) { return row.first == meant; });
  };
  const std::size_t lifted = erase(keyed(kId, id));
  if (lifted != 0) {
    erase(keyed(kName, file_name(id)));  // articles of that name in other folders are still blocked by their ids
  }
  texts_.clear();
  std::ranges::transform(rows_, std::inserter(texts_, texts_.end()), &Row::second);
  return lifted;
}

void Blocklist::write(const std::filesystem::path& index) const {
  AtomicFile file(index / layout::kBlocked);
  file.write(fmt::format("{}\nkey {}\n", kHead, to_digits(key_)));
  for (const auto& [id, text] : rows_) {
    file.write(fmt::format("{} {}\n", id, text));
  }
  file.commit(AtomicFile::Durability::Synced);
}

}  // namespace nutgraf::ledger
