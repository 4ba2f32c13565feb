// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/page_marks.h"

#include <fmt/format.h>

#include <utility>

#include "core/base/ascii.h"

namespace nutgraf {
namespace {

constexpr std::string_view kBegin = "\U000E0001";
constexpr std::string_view kEnd = "\U000E007F";
constexpr std::string_view kDigit = "\U000E0030";  // 0: the others differ in the last byte

std::string mark_of(std::uint32_t page) {
  std::string mark(kBegin);
  for (const char digit : fmt::format("{}", page)) {
    mark += kDigit;
    mark.back() = static_cast<char>(kDigit.back() + (digit - '0'));
  }
  return mark.append(kEnd);
}

struct Mark {
  std::size_t size = 0;  // 0: there is none
  std::uint32_t page = 0;
};

Mark mark_at(std::string_view text, std::size_t at) {
  constexpr std::uint32_t kBase = 10;
  const std::string_view stem = kDigit.substr(0, kDigit.size() - 1);
  std::uint32_t page = 0;
  std::size_t end = at + kBegin.size();
  while (text.substr(end).starts_with(stem) && end + stem.size() < text.size()) {
    page = page * kBase + static_cast<std::uint32_t>(text[end + stem.size()] - kDigit.back());
    end += kDigit.size();
  }
  return text.substr(end).starts_with(kEnd) ? Mark{end + kEnd.size() - at, page} : Mark{};
}

/// on_text(piece) and on_mark(page), in order.
template <typename OnText, typename OnMark>
void each_part(std::string_view text, OnText on_text, OnMark on_mark) {
  std::size_t done = 0;
  for (std::size_t at = text.find(kBegin); at != std::string_view::npos; at = text.find(kBegin, at)) {
    const Mark mark = mark_at(text, at);
    if (mark.size == 0) {
      at += kBegin.size();
      continue;
    }
    on_text(text.substr(done, at - done));
    on_mark(mark.page);
    at += mark.size;
    done = at;
  }
  on_text(text.substr(done));
}

}  // namespace

void insert_page_mark(std::string& text, std::size_t at, std::uint32_t page) {
  text.insert(at, mark_of(page));
}

std::string without_page_marks(std::string_view text) {
  std::string bare;
  each_part(
      text, [&bare](std::string_view piece) { bare += piece; }, [](std::uint32_t /*page*/) {});
  return bare;
}

std::uint32_t PageFollower::follow(std::string& piece) {
  if (page_ == 0) {
    return 0;
  }
  std::string bare;
  std::uint32_t begins_on = page_;
  each_part(
      piece, [&bare](std::string_view part) { bare += part; },
      [&](std::uint32_t page) {
        page_ = page;
        begins_on = ascii::trimmed(bare).empty() ? page : begins_on;
      });
  piece = std::move(bare);
  return begins_on;
}

}  // namespace nutgraf
