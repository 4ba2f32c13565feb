// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/lost_pages.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstddef>
#include <cstdint>

#include "core/glass/corruption_error.h"

namespace nutgraf::glass {
namespace {

/// Addresses [begin, end); begin is 0 where the place is free, and `taken` claims it before that.
struct Range {
  std::atomic<bool> taken;
  std::atomic<std::uintptr_t> begin;
  std::atomic<std::uintptr_t> end;
};

// A handler of a signal can reach nothing but globals.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
constinit std::array<Range, 64> ranges{};
constinit std::atomic<bool> page_lost{false};
constinit std::atomic<std::uintptr_t> page_size{0};
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

bool is_watched(std::uintptr_t address) {
  for (const Range& range : ranges) {
    const std::uintptr_t begin = range.begin;
    if (begin != 0 && begin <= address && address < range.end) {
      return true;
    }
  }
  return false;
}

bool replace_by_zeros(std::uintptr_t address) {
  void* const page = reinterpret_cast<void*>(address & ~(page_size - 1));  // NOLINT(performance-no-int-to-ptr)
  return ::mmap(page, page_size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == page;
}

/// What it returns from is tried again.
void on_lost_page(int /*signal*/, siginfo_t* info, void* /*context*/) {
  const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
  if (is_watched(address) && replace_by_zeros(address)) {
    page_lost = true;
  } else {
    (void)std::signal(SIGBUS, SIG_DFL);
  }
}

void install() {
  page_size = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  struct sigaction action {};
  action.sa_sigaction = on_lost_page;
  action.sa_flags = SA_SIGINFO | SA_RESTART;
  (void)::sigaction(SIGBUS, &action, nullptr);
}

}  // namespace

void watch_pages(std::span<const unsigned char> mapped) {
  static const bool installed = (install(), true);
  (void)installed;
  const auto begin = reinterpret_cast<std::uintptr_t>(mapped.data());
  for (Range& range : ranges) {
    if (!range.taken.exchange(true)) {
      range.end = begin + mapped.size();
      range.begin = begin;
      return;
    }
  }
}

void unwatch_pages(std::span<const unsigned char> mapped) {
  const auto begin = reinterpret_cast<std::uintptr_t>(mapped.data());
  for (Range& range : ranges) {
    if (range.begin == begin) {
      range.begin = 0;
      range.taken = false;
      return;
    }
  }
}

void require_no_lost_pages() {
  if (page_lost) {
    throw CorruptionError("a file was cut short, or could not be read, while it was in use");
  }
}

}  // namespace nutgraf::glass
