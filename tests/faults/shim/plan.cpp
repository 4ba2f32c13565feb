// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/shim/plan.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "tests/faults/shim/next_function.h"

namespace nutgraf::test {
namespace {

struct ErrorName {
  std::string_view name;
  int number;
};
constexpr std::array<ErrorName, 9> kErrors{{{"EACCES", EACCES},
                                            {"EDQUOT", EDQUOT},
                                            {"EINTR", EINTR},
                                            {"EIO", EIO},
                                            {"EMFILE", EMFILE},
                                            {"ENOMEM", ENOMEM},
                                            {"ENOSPC", ENOSPC},
                                            {"EOPNOTSUPP", EOPNOTSUPP},
                                            {"EROFS", EROFS}}};

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

std::uint64_t number(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? 0 : std::strtoull(value, nullptr, 10);
}

/// Is `word` one of the comma-separated `words`?
bool lists(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t end = words.find(',');
    if (words.substr(0, end) == word) {
      return true;
    }
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return false;
}

/// Zeroed memory of `size` bytes; that of a file if it can be had.
void* shared_memory(const char* file, std::size_t size) {
  if (file != nullptr) {
    const int opened = next_function(&::open, "open")(file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (opened >= 0 && next_function(&::ftruncate, "ftruncate")(opened, static_cast<off_t>(size)) == 0) {
      return next_function(&::mmap, "mmap")(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, opened, 0);
    }
  }
  return std::calloc(1, size);
}

}  // namespace

Plan& Plan::ours() {
  static Plan plan;
  return plan;
}

Plan::Plan() : first_(number("NUTGRAF_FAULT_AT")), every_(number("NUTGRAF_FAULT_EVERY")) {
  const std::string_view calls = variable("NUTGRAF_FAULT_CALLS");
  for (std::size_t i = 0; i < kCallNames.size(); ++i) {
    chosen_.at(i) = lists(calls, kCallNames.at(i));
  }
  const std::string_view error = variable("NUTGRAF_FAULT_ERROR");
  kind_ = error == "short" || error == "block" ? Kind::Short : error == "kill" ? Kind::Kill : Kind::Error;
  for (const ErrorName& known : kErrors) {
    error_ = known.name == error ? known.number : error_;
  }
  counts_ = static_cast<Counts*>(shared_memory(std::getenv("NUTGRAF_FAULT_COUNTS"), sizeof(Counts)));
}

Verdict Plan::next(Call call) {
  const auto index = static_cast<std::size_t>(call);
  ++counts_->calls.at(index);
  if (!chosen_.at(index)) {
    return {};
  }
  const std::uint64_t place = ++counts_->chosen;
  if (first_ == 0 || place < first_ || (place > first_ && (every_ == 0 || (place - first_) % every_ != 0))) {
    return {};
  }
  ++counts_->faults;
  if (kind_ == Kind::Kill) {
    ::kill(::getpid(), SIGKILL);
  }
  return {kind_ == Kind::Short ? Fate::IsShort : Fate::Fails, error_};
}

}  // namespace nutgraf::test
