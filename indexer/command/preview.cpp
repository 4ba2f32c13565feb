// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/preview/preview.h"

#include <fmt/format.h>

#include <exception>
#include <ostream>
#include <streambuf>

#include "core/cli/output.h"
#include "indexer/command/commands.h"
#include "indexer/command/inputs.h"
#include "indexer/command/interrupt.h"

namespace nutgraf::command {
namespace {

/// An output written as a stream, which turns bad where the output takes no more. The reason is kept, unless it is a
/// closed pipe, for a stream cannot throw through the readers.
class OutputBuffer final : public std::streambuf {
 public:
  explicit OutputBuffer(cli::Output& output) : output_(output) {}

  /// Throws that reason.
  void require_written() const {
    if (failure_) {
      std::rethrow_exception(failure_);
    }
  }

 protected:
  int_type overflow(int_type c) override {
    const char written = traits_type::to_char_type(c);
    return traits_type::eq_int_type(c, traits_type::eof()) ? traits_type::not_eof(c)
           : xsputn(&written, 1) == 1                      ? c
                                                           : traits_type::eof();
  }
  std::streamsize xsputn(const char* text, std::streamsize count) override {
    return attempt([&] { output_.write({text, static_cast<std::size_t>(count)}); }) ? count : 0;
  }
  int sync() override {
    return attempt([&] { output_.flush(); }) ? 0 : -1;
  }

 private:
  template <class Write>
  bool attempt(const Write& write) {
    try {
      write();
      return true;
    } catch (const cli::ClosedPipe&) {
      return false;
    } catch (...) {
      failure_ = std::current_exception();
      return false;
    }
  }

  cli::Output& output_;
  std::exception_ptr failure_;
};

}  // namespace

ExitCode preview(const IndexOptions& options, const Console& console) {
  const Interrupt interrupt;
  const read::ReadOptions reading = reading_for_preview(options.reading);
  preview::PreviewOptions how;
  how.form = options.report == ReportForm::Json ? preview::Form::JsonLines : preview::Form::Text;
  how.detail = options.preview_detail;
  cli::Output output({}, console.paging());
  OutputBuffer buffer(output);
  std::ostream out(&buffer);
  const preview::PreviewCounts counts = preview::write_preview(reading, how, out, Interrupt::question());
  out.flush();
  buffer.require_written();
  output.finish();
  console.log(fmt::format("{} · {} · rejected {}", counted(counts.articles, "article"),
                          counted(counts.passages, "passage"), fmt::group_digits(counts.rejected)));
  return ExitCode::Done;
}

}  // namespace nutgraf::command
