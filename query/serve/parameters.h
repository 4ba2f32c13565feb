// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/serve/request.h"

/// What a request may say. Nothing else reaches the command line that it becomes: no parameter names a file, a program
/// or an index by its path.
namespace nutgraf::serve {

/// Views that count ask which of several bare words must match; those that rank do not.
enum class BareWords : std::uint8_t { Ranked, Unclear };

/// Has a view's answer rows, which can be had as a file?
enum class Shape : std::uint8_t { Rows, Object };

struct ViewRow {
  std::string_view view;
  std::string_view operand;             // the parameter that the command line takes without an option
  std::vector<std::string_view> names;  // of the other parameters; each is an option of the command
  BareWords bare_words = BareWords::Ranked;
  Shape shape = Shape::Rows;
};

/// In the order in which messages list them.
[[nodiscard]] std::span<const ViewRow> views();

/// Throws Failure(Usage) where there is no such view.
[[nodiscard]] const ViewRow& view_named(const std::string& name);

/// The arguments of nutgraf-query that ask the same: the view, its options, "--" and the operand. Throws Failure(Usage)
/// for a parameter that the view does not take.
[[nodiscard]] std::vector<std::string> arguments_of(const Request& request, const ViewRow& view);

}  // namespace nutgraf::serve
