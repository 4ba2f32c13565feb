// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/xml/record_stream.h"

namespace nutgraf::read::xml {

/// Makes records of the tags and texts of a document, in whatever order a faulty one has them.
class RecordBuilder {
 public:
  explicit RecordBuilder(RecordTest is_record) : is_record_(std::move(is_record)) {}

  struct Place {
    std::uint64_t line = 0;
    std::uint64_t offset = 0;
  };
  void start(Element&& element, const Place& place);
  void add(std::string_view text);
  /// Closes the innermost element of that name ("prefix:local") and all inside it; nothing where none is open.
  void end(std::string_view name);

  /// The next record that is complete; nothing where none is.
  [[nodiscard]] std::optional<Record> take();
  /// Leaves out the complete records that nobody has taken.
  void discard() { records_.clear(); }

  /// Elements open.
  [[nodiscard]] std::size_t depth() const { return path_.size(); }
  [[nodiscard]] std::string outer(const std::string& path) const;

 private:
  [[nodiscard]] bool record_open() const { return !open_.empty(); }
  void start_record(Element&& element, const Place& place);
  void keep_attributes(const Element& element);
  /// An element's name, with its number where it is not the first of that path: "author[2]".
  [[nodiscard]] std::string step(const std::string& local);
  /// Of the open elements outside records: "rss/channel".
  [[nodiscard]] std::string path() const;
  void end_innermost();

  RecordTest is_record_;
  std::deque<Record> records_;  // complete ones
  std::vector<Name> path_;
  std::vector<std::string> steps_;             // of the same elements outside records
  std::map<std::string, std::size_t> counts_;  // of elements of each path outside records
  Record record_;                              // the open one
  std::vector<Element*> open_;                 // its open elements
  std::size_t held_ = 0;                       // bytes in it
  std::string leaf_;                           // text since the last tag outside records
  std::map<std::string, std::string> outer_;
};

}  // namespace nutgraf::read::xml
