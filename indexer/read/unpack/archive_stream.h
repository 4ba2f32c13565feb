// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "indexer/read/byte_source.h"

namespace nutgraf::read::unpack {

/// What one file may unfold to, all archives inside it together: a guard against decompression bombs.
struct UnpackBudget {
  std::uint64_t left = 0;  // bytes
};

/// Thrown when the budget is spent: ends the reading of the whole file.
class BudgetSpent : public Unreadable {
 public:
  using Unreadable::Unreadable;
  /// The first to say in which member that was is right: the innermost.
  void was_in(const std::string& member) { member_ = member_.empty() ? member : member_; }
  [[nodiscard]] const std::string& member() const { return member_; }

 private:
  std::string member_;
};

enum class MemberKind : std::uint8_t { File, Folder, Link, Special, Encrypted };

struct Member {
  std::string path;  // bytes as in the archive, without leading "/" and "./"
  MemberKind kind = MemberKind::File;
};

class UnpackedSource;

/// The members of an archive, or the one content of a compressed file, read in order and never unpacked to disk.
/// (next read*)*
class ArchiveStream {
 public:
  enum class Access : std::uint8_t { InOrder, Seeking };

  /// `bytes` and `budget` must outlive the stream. Throws Unreadable.
  ArchiveStream(Peeked& bytes, Access access, UnpackBudget& budget);
  ~ArchiveStream();
  ArchiveStream(const ArchiveStream&) = delete;
  ArchiveStream& operator=(const ArchiveStream&) = delete;
  ArchiveStream(ArchiveStream&&) = delete;
  ArchiveStream& operator=(ArchiveStream&&) = delete;

  /// Nothing at the end. Throws Unreadable if the archive is broken, SourceLost of data() where it broke off.
  [[nodiscard]] std::optional<Member> next();
  /// Whether this is a compressed file and no archive; known after next().
  [[nodiscard]] bool is_plain() const;
  /// How many bytes were unpacked so far, those of members that were passed over too.
  [[nodiscard]] std::uint64_t unpacked() const;
  /// The bytes of the member that next() gave; SourceLost where no member after it can be read either.
  [[nodiscard]] ByteSource& data();

 private:
  class Reader;
  std::unique_ptr<UnpackedSource> unpacked_;  // null where the library unpacks
  std::unique_ptr<Reader> reader_;
};

/// Within its life the thread's character type is UTF-8: libarchive converts names by the locale and would lose them in
/// the locale "C".
class Utf8Locale {
 public:
  Utf8Locale();
  ~Utf8Locale();
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;
  Utf8Locale(Utf8Locale&&) = delete;
  Utf8Locale& operator=(Utf8Locale&&) = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf::read::unpack
