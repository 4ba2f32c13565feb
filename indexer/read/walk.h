// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/read/document.h"
#include "indexer/read/sink.h"

/// Finds the files below the inputs.
namespace nutgraf::read {

struct FoundFile {
  std::filesystem::path path;  // absolute, bytes as the file system has them
  std::string given;           // the input as typed and the way down from there, UTF-8
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  Mention mention = Mention::Found;
};

/// What cannot be read: one file, or a folder, of which nobody knows what is in it.
enum class Extent : std::uint8_t { File, Folder };

/// What a walk meets, in order.
class Visitor {
 public:
  virtual ~Visitor() = default;
  virtual void file(const FoundFile& file) = 0;
  virtual void skip(const std::string& path, Skip kind) = 0;
  virtual void unreadable(const std::string& path, const std::string& reason, Extent extent) = 0;
  [[nodiscard]] virtual bool stopped() const = 0;
};

/// Walks inputs one after the other; folders in byte order of their entries' names, links followed, each real file and
/// folder once, nutgraf indexes and hidden entries passed over.
class Walk {
 public:
  Walk(Visitor& visitor, const std::vector<std::string>& inputs);
  void input(const std::string& typed);
  /// Skips an input that holds the parts of a saved page which is an input, too, as in `saved/*`; false for any other.
  [[nodiscard]] bool skips_parts(const std::string& typed);

 private:
  using Identity = std::pair<std::uint64_t, std::uint64_t>;  // device and inode
  void entry(const std::filesystem::path& path, const std::string& given, Mention mention);
  void folder(const std::filesystem::path& path, const std::string& given);

  Visitor& visitor_;
  std::map<std::filesystem::path, std::vector<std::string>> named_;  // names of inputs by their folder, sorted
  std::set<Identity> seen_;
};

/// The input "-".
inline constexpr std::string_view kStandardInput = "-";

/// An input remembered from another working folder is that folder, this mark, and what was typed there: dates in paths
/// are looked for in the typed part alone.
inline constexpr std::string_view kTypedMark = "/./";
[[nodiscard]] std::string as_typed(const std::string& input);

/// `typed` as an absolute path without "." and ".." in it; links in it are kept.
[[nodiscard]] std::filesystem::path absolute_path(const std::string& typed);

/// Throws Failure(Missing) naming the first input that does not exist.
void check_inputs_exist(const std::vector<std::string>& inputs);

}  // namespace nutgraf::read
