// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/article.h"

/// What `delete --purge` keeps out of an index from then on, in the file `blocked` of the index.
namespace nutgraf::ledger {

/// The part of a ledger's hash that is of title and text alone; all of it where an older program wrote the ledger.
[[nodiscard]] std::string_view text_part(std::string_view hash);

/// Ids beside the texts that were purged under them. Both are kept as HMAC-SHA256 with a key of the index's own: the
/// file names nobody, but whoever has it can try whether a given id, or a given text, is in it.
class Blocklist {
 public:
  /// The list of an index; empty if it has none. Throws Failure(Missing) if the file cannot be read or is damaged, or
  /// purged articles would come back.
  [[nodiscard]] static Blocklist read(const std::filesystem::path& index);

  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

  /// Was this text purged under this id? An id that is made from a path changes when folders move, so for these the
  /// name of the file is enough. `hash` is that of the ledger.
  [[nodiscard]] bool blocks(std::string_view id, std::string_view hash, IdSource source) const;
  void add(std::string_view id, std::string_view hash);
  /// Lets articles of this id in again; how many texts were blocked under it.
  std::size_t lift(std::string_view id);

  /// Flushed to disk. Throws Failure(Failed).
  void write(const std::filesystem::path& index) const;

 private:
  using Key = std::array<std::uint8_t, 32>;
  using Row = std::pair<std::string, std::string>;  // id or name, text: hex of their keyed hashes

  [[nodiscard]] std::string keyed(std::string_view kind, std::string_view value) const;

  Key key_{};
  std::set<Row> rows_;
  std::set<std::string> texts_;
};

}  // namespace nutgraf::ledger
