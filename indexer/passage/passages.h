// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyzer.h"

namespace nutgraf::passage {

/// A title as the paragraph that begins passage 0: one line; empty where there is none.
[[nodiscard]] std::string heading_of(std::string_view title);

using PassageTaker = std::function<void(std::string&& passage)>;

/// Cuts articles into passages: whole paragraphs packed to 120-160 words, a longer paragraph cut only at hard sentence
/// boundaries, never across a heading (a heading opens a passage, once there is enough before it). One per thread; the
/// analyzer, which tells hard boundaries, must outlive it.
///
/// A sentence of up to 400 words stays whole; beyond that it is cut between words. Scripts without spaces count two
/// characters (Thai and its neighbours: four) as a word.
class PassageCutter {
 public:
  explicit PassageCutter(const Analyzer& analyzer);
  ~PassageCutter();
  PassageCutter(const PassageCutter&) = delete;
  PassageCutter& operator=(const PassageCutter&) = delete;
  PassageCutter(PassageCutter&&) = delete;
  PassageCutter& operator=(PassageCutter&&) = delete;

  /// The title is the first paragraph of passage 0. An article without text but with a title has one passage, one with
  /// neither has none. Each passage is paragraphs joined by a blank line; line feeds inside a paragraph are kept as
  /// written.
  [[nodiscard]] std::vector<std::string> cut(std::string_view title, std::string_view text);
  /// The same, one by one as they are found: for texts that should not lie in memory twice.
  void cut(std::string_view title, std::string_view text, const PassageTaker& take);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The same for a single article.
[[nodiscard]] std::vector<std::string> cut_passages(std::string_view title, std::string_view text);

}  // namespace nutgraf::passage
