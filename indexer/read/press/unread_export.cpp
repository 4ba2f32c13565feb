// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/unread_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/base/ascii.h"
#include "indexer/read/byte_source.h"

namespace nutgraf::read::press {
namespace {

/// Takes the first word, and the blanks behind it.
std::string_view take_word(std::string_view& line) {
  const std::string_view word = line.substr(0, line.find(' '));
  line = ascii::trimmed(line.substr(word.size()));
  return word;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, ascii::is_digit);
}

/// "3 of 10 DOCUMENTS", "3 von 10 DOKUMENTEN", "End of Document".
bool is_of_nexis(std::string_view line) {
  if (line == "End of Document") {
    return true;
  }
  const bool first = is_number(take_word(line));
  static_cast<void>(take_word(line));
  return first && is_number(take_word(line)) && line.starts_with("DO") && std::ranges::all_of(line, ascii::is_upper);
}

/// "Document SNS0000020111222e7cm000g0": the source, a day, a number.
bool is_of_factiva(std::string_view line) {
  constexpr std::string_view kWord = "Document ";
  constexpr std::size_t kSize = 25;
  constexpr std::size_t kDay = 8;  // it begins there and has as many digits
  constexpr std::string_view kCode = "AN\t";
  line.remove_prefix(line.starts_with(kCode) ? kCode.size() : 0);
  if (!line.starts_with(kWord) || line.size() != kWord.size() + kSize) {
    return false;
  }
  const std::string_view number = line.substr(kWord.size());
  return std::ranges::none_of(number, ascii::is_space) && ascii::is_upper(number[0]) &&
         is_number(number.substr(kDay, kDay));
}

/// "ProQuest document ID: 1234567890".
bool is_of_proquest(std::string_view line) {
  return line.starts_with("ProQuest document ID");
}

/// "Document 3 of 10".
bool is_count_of_proquest(std::string_view line) {
  const bool document = take_word(line) == "Document";
  const bool number = is_number(take_word(line));
  return document && number && take_word(line) == "of" && is_number(line);
}

struct Database {
  std::string_view name;
  bool (*has)(std::string_view line);
  std::string_view remedy;
};
constexpr std::array kDatabases = {Database{"Nexis", is_of_nexis, "export them as DOCX or plain text"},
                                   Database{"Factiva", is_of_factiva, "export them as HTML"},
                                   Database{"ProQuest", is_of_proquest, "export one file per article"},
                                   Database{"ProQuest", is_count_of_proquest, "export one file per article"}};

}  // namespace

void refuse_unread_export(std::string_view text) {
  std::array<std::size_t, kDatabases.size()> articles{};
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = ascii::trimmed(text.substr(begin, end - begin));
    for (std::size_t i = 0; i < kDatabases.size(); ++i) {
      articles[i] += kDatabases[i].has(line) ? 1U : 0U;
    }
    begin = end + 1;
  }
  for (std::size_t i = 0; i < kDatabases.size(); ++i) {
    if (articles[i] > 1) {
      throw Unreadable(fmt::format("it has {} articles of {} in a layout that is not read: {}", articles[i],
                                   kDatabases[i].name, kDatabases[i].remedy));
    }
  }
}

}  // namespace nutgraf::read::press
