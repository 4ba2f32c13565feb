// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/serve/stdio.h"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/cli/output.h"
#include "query/serve/stop_signal.h"

namespace nutgraf::serve {
namespace {

constexpr std::size_t kMostLineBytes = std::size_t{1} << 20U;

struct Line {
  std::string text;  // without its line feed
  bool is_too_long = false;
};

/// Lines of standard input; of one that is too long only that it was.
class LineReader {
 public:
  explicit LineReader(const StopSignal& stop) : stop_(stop) {}

  /// Nothing at the end and once the signal has come.
  std::optional<Line> next() {
    Line line;
    for (;;) {
      const std::size_t end = buffer_.find('\n', begin_);
      const bool is_end = end != std::string::npos;
      append(std::string_view(buffer_).substr(begin_, is_end ? end - begin_ : std::string::npos), line);
      if (is_end) {
        begin_ = end + 1;
        return line;
      }
      buffer_.clear();
      begin_ = 0;
      if (!read_more()) {
        return !stop_.has_come() && (line.is_too_long || !line.text.empty()) ? std::optional(line) : std::nullopt;
      }
    }
  }

 private:
  static void append(std::string_view bytes, Line& line) {
    line.is_too_long = line.is_too_long || line.text.size() + bytes.size() > kMostLineBytes;
    line.text.append(line.is_too_long ? std::string_view() : bytes);
  }

  bool read_more() {
    std::array<::pollfd, 2> waiting = {{{STDIN_FILENO, POLLIN, 0}, {stop_.descriptor(), POLLIN, 0}}};
    while (::poll(waiting.data(), waiting.size(), -1) < 0 && errno == EINTR) {
    }
    if (waiting[1].revents != 0) {
      return false;
    }
    buffer_.resize(std::size_t{64} << 10U);
    ssize_t got = 0;
    do {
      got = ::read(STDIN_FILENO, buffer_.data(), buffer_.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
      throw Failure(ExitCode::Missing,
                    fmt::format("standard input cannot be read: {}", std::generic_category().message(errno)));
    }
    buffer_.resize(static_cast<std::size_t>(got));
    return got > 0;
  }

  const StopSignal& stop_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is not taken yet
};

/// Is there somebody at the other end of standard output?
bool is_read() {
  ::pollfd question{STDOUT_FILENO, 0, 0};
  return ::poll(&question, 1, 0) <= 0 || (question.revents & POLLERR) == 0;
}

}  // namespace

ExitCode serve_stdio(const Answerer& answerer) {
  const StopSignal stop;
  LineReader lines(stop);
  cli::Output output;
  while (const std::optional<Line> line = lines.next()) {
    const Reply reply =
        line->is_too_long ? Answerer::failure({}, {ExitCode::Usage,
                                                   fmt::format("the request is longer than {} bytes", kMostLineBytes)})
                          : answerer.answer_line(line->text, [&stop] { return is_read() && !stop.has_come(); });
    output.write(reply.text);
    output.flush();
  }
  return stop.has_come() ? ExitCode::Interrupted : ExitCode::Done;
}

}  // namespace nutgraf::serve
