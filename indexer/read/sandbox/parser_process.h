// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <memory>
#include <string_view>

#include "indexer/read/sandbox/channel.h"
#include "indexer/read/sandbox/parser.h"

namespace nutgraf::read::sandbox {

/// A process of nutgraf-index that parses documents for this one. It has limits of memory and time, opens no socket and
/// writes no file; whatever a document does to it, this process goes on.
class ParserProcess {
 public:
  /// Throws Unreadable where it cannot be started.
  ParserProcess();
  ~ParserProcess();
  ParserProcess(const ParserProcess&) = delete;
  ParserProcess& operator=(const ParserProcess&) = delete;
  ParserProcess(ParserProcess&&) = delete;
  ParserProcess& operator=(ParserProcess&&) = delete;

  /// Throws Unreadable where the document cannot be read or the process has died of it: then is_alive() is false.
  [[nodiscard]] Parsed parse(std::string_view parser, std::string_view bytes);
  [[nodiscard]] bool is_alive() const { return channel_ != nullptr; }

 private:
  void end();
  /// Ends the process and says of what it died.
  [[noreturn]] void throw_death();

  std::unique_ptr<Channel> channel_;
  pid_t process_ = -1;
};

/// Parses one document in a process that this thread keeps for the next.
[[nodiscard]] Parsed parse_apart(std::string_view parser, std::string_view bytes);

}  // namespace nutgraf::read::sandbox
