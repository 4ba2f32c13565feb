// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace nutgraf::query {
namespace {

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool is_dumb() {
  const char* term = std::getenv("TERM");
  return term == nullptr || *term == '\0' || std::string_view(term) == "dumb";
}

std::size_t terminal_width() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0U;
}

bool decide(When when, bool by_itself) {
  return when == When::Always || (when == When::Auto && by_itself);
}

}  // namespace

Appearance appearance(const OutputOptions& options) {
  constexpr std::size_t kWidthElsewhere = 80;
  const bool terminal = options.file.empty() && ::isatty(STDOUT_FILENO) == 1;
  const bool text = options.format.value_or(FormatName::Text) == FormatName::Text;
  Appearance look;
  const bool colours = decide(options.color, terminal && !is_set("NO_COLOR") && !is_dumb());
  look.marks = colours ? Marks::Terminal : Marks::Plain;
  look.width = options.width != 0 ? options.width : terminal ? terminal_width() : 0;
  look.width = look.width == 0 ? kWidthElsewhere : look.width;
  look.paged = options.file.empty() && decide(options.pager, terminal && text && !is_dumb());
  look.progress = !options.quiet && decide(options.progress, !terminal && ::isatty(STDERR_FILENO) == 1);
  return look;
}

}  // namespace nutgraf::query
