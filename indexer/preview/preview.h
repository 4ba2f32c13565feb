// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>

#include "indexer/read/read_options.h"

/// `nutgraf-index preview`: what a build would make of some inputs, for people and programs. No index is made.
namespace nutgraf::preview {

enum class Form : std::uint8_t { Text, JsonLines };
enum class Detail : std::uint8_t {
  Passages,
  Tokens,  // also the tokens of each passage
};

struct PreviewOptions {
  Form form = Form::Text;
  Detail detail = Detail::Passages;
  std::size_t look_ahead = 64'000'000;  // bytes of text, at whose start boilerplate is looked for
};

struct PreviewCounts {
  std::uint64_t articles = 0;
  std::uint64_t passages = 0;
  std::uint64_t rejected = 0;
};

/// Reads all inputs and writes one block (or one JSON object per line) an article: id, title, date and where it was
/// found, source, language, what was cut by which rule, passages with their words. Rejected records stand where they
/// were seen. What sites print on many of the first pages is cut there and in what follows. Throws Failure(Interrupted)
/// once `interrupted` says so.
PreviewCounts write_preview(const read::ReadOptions& inputs, const PreviewOptions& options, std::ostream& out,
                            const std::function<bool()>& interrupted);

}  // namespace nutgraf::preview
