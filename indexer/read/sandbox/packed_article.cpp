// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/sandbox/packed_article.h"

#include <exception>
#include <nlohmann/json.hpp>

#include "core/base/json_text.h"
#include "core/index/record.h"
#include "indexer/read/byte_source.h"

namespace nutgraf::read::sandbox {

std::string packed(const FoundArticle& found) {
  const nlohmann::json head = nlohmann::json::array({found.line, found.article.bad_date, found.why_no_text});
  return json_text(head) + "\n" + encode_passage_data(found.article.record, 0, found.article.text);
}

FoundArticle unpacked(std::string_view bytes) {
  try {
    const std::size_t end = bytes.find('\n');
    const auto head = nlohmann::json::parse(bytes.substr(0, end));
    const PassageData data = decode_passage_data(bytes.substr(end == std::string_view::npos ? bytes.size() : end + 1));
    FoundArticle found;
    found.line = head.at(0).get<std::uint64_t>();
    found.article.bad_date = head.at(1).get<std::string>();
    found.why_no_text = head.at(2).get<std::string>();
    found.article.record = data.record;
    found.article.text = std::string(data.text);
    return found;
  } catch (const std::exception&) {
    throw Unreadable("its parser answered with something that is no article");
  }
}

}  // namespace nutgraf::read::sandbox
