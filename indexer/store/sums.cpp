// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/sums.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <string_view>
#include <system_error>

#include "core/base/denial.h"
#include "core/base/failure.h"
#include "core/index/layout.h"
#include "indexer/store/shared_blocks.h"

namespace nutgraf::store {
namespace {

namespace fs = std::filesystem;

/// A file read piece by piece. Throws std::system_error.
class Pieces {
 public:
  explicit Pieces(const fs::path& file)
      : file_(file),
        descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)),
        buffer_(ledger::kPieceBytes, '\0') {
    if (descriptor_ < 0) {
      fail();
    }
  }
  ~Pieces() { ::close(descriptor_); }
  Pieces(const Pieces&) = delete;
  Pieces& operator=(const Pieces&) = delete;
  Pieces(Pieces&&) = delete;
  Pieces& operator=(Pieces&&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] std::uint64_t bytes() const {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) {
      fail();
    }
    return static_cast<std::uint64_t>(status.st_size);
  }
  /// The bytes stay until the next call; fewer than a piece at the end of the file, none after it.
  [[nodiscard]] std::string_view read(std::uint64_t number) {
    std::size_t filled = 0;
    while (filled < buffer_.size()) {
      const auto at = static_cast<off_t>(number * ledger::kPieceBytes + filled);
      const ssize_t size = ::pread(descriptor_, buffer_.data() + filled, buffer_.size() - filled, at);
      if (size == 0) {
        break;
      }
      if (size < 0 && errno != EINTR) {
        fail();
      }
      filled += size < 0 ? 0 : static_cast<std::size_t>(size);
    }
    return std::string_view(buffer_).substr(0, filled);
  }

 private:
  [[noreturn]] void fail() const { throw std::system_error(errno, std::generic_category(), file_.string()); }

  fs::path file_;
  int descriptor_;
  std::string buffer_;
};

ledger::FileSum sum_of_file(const fs::path& file) {
  Pieces pieces(file);
  ledger::FileSum sum;
  std::uint64_t number = 0;
  for (std::string_view piece = pieces.read(0); !piece.empty() || number == 0; piece = pieces.read(number)) {
    sum.bytes += piece.size();
    sum.xxh3 += ledger::piece_sum(piece, number++);
  }
  return sum;
}

/// What a piece adds to the sum: an empty file has one piece.
std::uint64_t share(std::string_view piece, std::uint64_t number) {
  return piece.empty() && number > 0 ? 0 : ledger::piece_sum(piece, number);
}

/// `before` is the sum of the original; as numbers wrap around, what differs can be taken away and added.
ledger::FileSum sum_of_edited(const fs::path& file, const fs::path& original, const ledger::FileSum& before) {
  Pieces old_pieces(original);
  Pieces new_pieces(file);
  const std::uint64_t old_bytes = old_pieces.bytes();
  ledger::FileSum sum{new_pieces.bytes(), before.xxh3};
  const std::vector<ByteRange> shared = shared_ranges(old_pieces.descriptor(), new_pieces.descriptor());
  const std::uint64_t most = std::max(old_bytes, sum.bytes);
  for (std::uint64_t number = 0; number == 0 || number * ledger::kPieceBytes < most; ++number) {
    const std::uint64_t begin = number * ledger::kPieceBytes;
    const std::uint64_t end = begin + ledger::kPieceBytes;
    const bool ends_alike = std::min(old_bytes, end) == std::min(sum.bytes, end);
    if (ends_alike && contains(shared, {begin, std::min(sum.bytes, end)})) {
      continue;
    }
    const std::string_view was = old_pieces.read(number);
    const std::string_view is = new_pieces.read(number);
    if (was != is) {
      sum.xxh3 += share(is, number) - share(was, number);
    }
  }
  return sum;
}

/// Made in every database that is opened by some of Xapian's tools, or for writing; always empty.
constexpr std::string_view kXapianLock = "flintlock";

/// Paths below the folder, without manifest, scratch files and Xapian's lock.
std::vector<std::string> summed_files(const fs::path& folder) try {
  std::vector<std::string> files;
  for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::recursive_directory_iterator(); ++entry) {
    const std::string name = entry->path().lexically_relative(folder).string();
    if (name == layout::kScratch) {
      entry.disable_recursion_pending();
    } else if (!entry->is_directory() && name != layout::kManifest && entry->path().filename() != kXapianLock) {
      files.push_back(name);
    }
  }
  return files;
} catch (const fs::filesystem_error& error) {
  throw std::system_error(error.code(), folder.string());  // an iterator does not say where it was
}

[[noreturn]] void refuse(const std::system_error& error) {
  throw Failure(ExitCode::Missing, fmt::format("cannot read {}", error.what()),
                is_denial(error.code()) ? std::string(kOnDenial) : "look at the disk it is on");
}

/// Empty if the file is what its sum says.
std::string difference(const fs::path& file, const ledger::FileSum& expected) {
  try {
    const ledger::FileSum found = sum_of_file(file);
    if (found.bytes != expected.bytes) {
      return fmt::format("{} has {} bytes, {} were written", file.string(), found.bytes, expected.bytes);
    }
    return found == expected ? ""
                             : fmt::format("{} is damaged: its bytes are not those that were written", file.string());
  } catch (const std::system_error& error) {
    if (is_denial(error.code())) {
      throw;
    }
    return error.code() == std::errc::no_such_file_or_directory ? fmt::format("{} is missing", file.string())
                                                                : fmt::format("cannot read {}", error.what());
  }
}

}  // namespace

ledger::FileSums sums_of(const fs::path& generation) {
  try {
    ledger::FileSums sums;
    for (const std::string& file : summed_files(generation)) {
      sums[file] = sum_of_file(generation / file);
    }
    return sums;
  } catch (const std::system_error& error) {
    refuse(error);
  }
}

ledger::FileSums sums_of_copy(const fs::path& copy, const SummedGeneration& original) {
  try {
    ledger::FileSums sums;
    for (const std::string& file : summed_files(copy)) {
      const auto before = original.sums.find(file);
      sums[file] = before == original.sums.end() ? sum_of_file(copy / file)
                                                 : sum_of_edited(copy / file, original.folder / file, before->second);
    }
    return sums;
  } catch (const std::system_error& error) {
    refuse(error);
  }
}

std::vector<std::string> differences(const SummedGeneration& generation) {
  std::vector<std::string> problems;
  try {
    for (const auto& [file, sum] : generation.sums) {
      if (std::string problem = difference(generation.folder / file, sum); !problem.empty()) {
        problems.push_back(std::move(problem));
      }
    }
  } catch (const std::system_error& error) {
    refuse(error);
  }
  return problems;
}

}  // namespace nutgraf::store
