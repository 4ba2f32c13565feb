// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/read/press/nexis.h"

/// The two layouts of Nexis. Neither answers anything for paragraphs of the other one.
namespace nutgraf::read::press {

/// "3 of 10 DOCUMENTS".
struct DocumentCount {
  std::uint64_t number = 0;
  std::uint64_t total = 0;
};

/// In the language of the user; nothing for a line that is none.
[[nodiscard]] std::optional<DocumentCount> document_count(std::string_view line);
[[nodiscard]] bool is_document_count(std::string_view line);
/// "End of Document".
[[nodiscard]] bool is_document_end(std::string_view line);

/// Each article under its count, its labels in capitals. What precedes the first count is the cover page.
[[nodiscard]] std::vector<FoundArticle> split_counted(std::span<const Paragraph> paragraphs);

/// Each article over its end, its text between "Body" and "Classification".
[[nodiscard]] std::vector<FoundArticle> split_ended(std::span<const Paragraph> paragraphs);

}  // namespace nutgraf::read::press
