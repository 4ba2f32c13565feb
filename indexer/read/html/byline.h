// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Names in lines that say who wrote something.
namespace nutgraf::read::html {

/// "Von Jane Roe und John Doe, Berlin" -> two names. Empty if it names no one.
[[nodiscard]] std::vector<std::string> names_in_byline(std::string_view byline);

/// The same of what the data of a page say: an alias of one word may hold digits.
[[nodiscard]] std::vector<std::string> names_in_data(std::string_view value);

/// The same of a line that may be anything: "By Jane Roe", "Posted on 5 May 2020 by Jane Roe".
[[nodiscard]] std::vector<std::string> names_in_line(std::string_view line);

/// Whether a line says no more than that a name follows: "Text:", "Autor".
[[nodiscard]] bool is_author_label(std::string_view line);

/// Whether a line is a name of two or three words and nothing else.
[[nodiscard]] bool is_full_name(std::string_view line);

/// Whether each word begins with a capital, or a letter beyond ASCII, but for those of noble and foreign names.
[[nodiscard]] bool is_capitalised(std::string_view name);

/// Appends those of `more` that `names` has not.
void add_new(std::vector<std::string>& names, const std::vector<std::string>& more);

}  // namespace nutgraf::read::html
