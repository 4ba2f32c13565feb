// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/preview/preview.h"

#include <fmt/format.h>

#include <ostream>

#include "indexer/answer_buffer.h"
#include "indexer/command/commands.h"
#include "indexer/command/inputs.h"
#include "indexer/command/interrupt.h"
#include "indexer/pager.h"

namespace nutgraf::command {

ExitCode preview(const IndexOptions& options, const Console& console) {
  const Interrupt interrupt;
  const read::ReadOptions reading = reading_for_preview(options.reading);
  preview::PreviewOptions how;
  how.form = options.console.report == ReportForm::Json ? preview::Form::JsonLines : preview::Form::Text;
  how.detail = options.preview_detail;
  const Pager pager(options.console.pager);
  AnswerBuffer buffer(console);
  std::ostream out(&buffer);
  const preview::PreviewCounts counts = preview::write_preview(reading, how, out, Interrupt::question());
  out.flush();
  buffer.require_written();
  console.say(fmt::format("{} · {} · rejected {}", counted(counts.articles, "article"),
                          counted(counts.passages, "passage"), fmt::group_digits(counts.rejected)));
  return ExitCode::Done;
}

}  // namespace nutgraf::command
