// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a page, saved in any way: no crash, and what comes out is valid UTF-8 in the form of an article.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "indexer/read/encoding.h"
#include "indexer/read/html/charset.h"
#include "indexer/read/html/mhtml.h"
#include "indexer/read/html/page.h"
#include "indexer/read/html/saved_page.h"
#include "indexer/read/lines/clean_lines.h"

namespace {

using namespace nutgraf;
using namespace nutgraf::read;

void check(const std::string& text) {
  if (!utf8::is_valid(text) || text.find('\r') != std::string::npos || text.find('\0') != std::string::npos) {
    std::abort();
  }
}

void extract_and_check(html::SavedPage saved) {
  const std::string charset = saved.charset.empty() ? html::declared_charset(saved.html) : saved.charset;
  std::string text = decode(std::move(saved.html), charset).text;
  lines::clean_lines(text);
  const Article article = html::extract(text, {saved.url, {}}).article;
  check(article.text);
  check(article.record.title);
  for (const std::string& author : article.record.authors) {
    check(author);
  }
  if (!article.record.date.empty() && article.record.date.size() != std::string_view("2023-06-19").size()) {
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  extract_and_check(html::unwrapped(bytes));
  if (auto page = html::page_of_mhtml(bytes)) {
    extract_and_check(std::move(*page));
  }
  return 0;
}
