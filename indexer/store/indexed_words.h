// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

namespace nutgraf::store {

/// How often a generation that does not change has words. One thread at a time.
class IndexedWords {
 public:
  /// Throws Failure(Missing) as all reading does where the tables are damaged.
  explicit IndexedWords(const std::filesystem::path& passages);
  ~IndexedWords();
  IndexedWords(const IndexedWords&) = delete;
  IndexedWords& operator=(const IndexedWords&) = delete;
  IndexedWords(IndexedWords&&) = delete;
  IndexedWords& operator=(IndexedWords&&) = delete;

  /// Of a word as written.
  [[nodiscard]] std::uint64_t count(std::string_view word) const;
  /// Of two words side by side, if any text has a hyphen between them; else 0.
  [[nodiscard]] std::uint64_t count_hyphened(std::string_view first, std::string_view second) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf::store
