// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/pdf.h"

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/office/properties.h"
#include "indexer/read/pdf/direction.h"
#include "indexer/read/pdf/ligatures.h"
#include "indexer/read/pdf/lines.h"
#include "indexer/read/pdf/page_words.h"
#include "indexer/read/pdf/paragraphs.h"
#include "indexer/read/pdf/reading_order.h"
#include "indexer/read/pdf/sentence_order.h"
#include "indexer/read/utf8.h"

namespace nutgraf::read::pdf {
namespace {

std::string to_text(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string converted(bytes.begin(), bytes.end());
  repair_utf8(converted);
  return converted;
}

/// "D:20230619102233+02'00'" -> "2023-06-19T10:22:33+02:00".
std::string iso_date(std::string_view written) {
  constexpr std::size_t kDay = 8;
  constexpr std::size_t kSecond = 14;
  written = written.starts_with("D:") ? written.substr(2) : written;
  const auto end = std::ranges::find_if_not(written, ascii::is_digit);
  const std::string_view digits = written.substr(0, static_cast<std::size_t>(end - written.begin()));
  if (digits.size() < kDay) {
    return {};
  }
  std::string date = fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2));
  if (digits.size() >= kSecond) {
    date += fmt::format("T{}:{}:{}", digits.substr(8, 2), digits.substr(10, 2), digits.substr(12, 2));
    const std::string_view zone = written.substr(digits.size());
    const bool offset = zone.size() >= 6 && (zone[0] == '+' || zone[0] == '-') && zone[3] == '\'';
    date += offset ? fmt::format("{}:{}", zone.substr(0, 3), zone.substr(4, 2)) : zone.starts_with('Z') ? "Z" : "";
  }
  return date;
}

office::Properties properties_of(const poppler::document& document) {
  office::Properties properties;
  properties.title = to_text(document.get_title());
  properties.author = to_text(document.get_author());
  properties.keywords = to_text(document.get_keywords());
  properties.description = to_text(document.get_subject());
  properties.created = iso_date(to_text(document.info_key("CreationDate")));
  properties.modified = iso_date(to_text(document.info_key("ModDate")));
  return properties;
}

/// The widths of a word's characters, if it has a lam.
std::vector<double> widths_of(const poppler::text_box& box, std::string_view text) {
  std::vector<double> widths;
  if (text.find("\u0644") != std::string_view::npos) {
    for (std::size_t i = 0; i < utf8::count(text); ++i) {
      widths.push_back(box.char_bbox(i).width());
    }
  }
  return widths;
}

bool names_one(const std::string& font, std::initializer_list<std::string_view> words) {
  const std::string name = ascii::lowered(font);
  return std::ranges::any_of(words, [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

/// Fonts say in their names how heavy they are: "Times-Bold".
Weight weight_of(const std::string& font) {
  return names_one(font, {"bold", "black", "heavy", "demi"}) ? Weight::Bold : Weight::Plain;
}

Slant slant_of(const std::string& font) {
  return names_one(font, {"italic", "oblique"}) ? Slant::Italic : Slant::Upright;
}

Direction direction_of(const poppler::text_box& box) {
  switch (box.rotation()) {
    case 1:
      return Direction::Downward;
    case 2:
      return Direction::Leftward;
    case 3:
      return Direction::Upward;
    default:
      return Direction::Rightward;
  }
}

PageWords words_of(const poppler::page& page) {
  PageWords found;
  const poppler::rectf area = page.page_rect();
  const bool turned = page.orientation() == poppler::page::landscape || page.orientation() == poppler::page::seascape;
  found.width = turned ? area.height() : area.width();
  found.height = turned ? area.width() : area.height();
  found.label = to_text(page.label());
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    const poppler::rectf place = box.bbox();
    const double size = box.has_font_info() ? box.get_font_size() : place.height();
    const std::string text = to_text(box.text());
    found.words.push_back({text,
                           {place.left(), place.top(), place.right(), place.bottom()},
                           size > 0 ? size : place.height(),
                           box.has_space_after(),
                           direction_of(box),
                           widths_of(box, text),
                           box.has_font_info() ? weight_of(box.get_font_name()) : Weight::Plain,
                           box.has_font_info() ? slant_of(box.get_font_name()) : Slant::Upright});
  }
  set_upright(found);
  spread_ligatures(found);
  return found;
}

/// The title that the document declares is worth more than its largest type, if the first page has it.
void prefer_declared_title(std::vector<office::Paragraph>& paragraphs, const std::string& title) {
  const std::string called = ascii::lowered(title);
  const bool present = std::ranges::any_of(paragraphs, [&](const office::Paragraph& paragraph) {
    std::string text = ascii::lowered(paragraph.text);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text == called;
  });
  for (office::Paragraph& paragraph : paragraphs) {
    const bool demoted = present && paragraph.style.role == office::Role::Title;
    paragraph.style.role = demoted ? office::Role::Heading : paragraph.style.role;
  }
}

std::vector<Page> pages_of(const poppler::document& document) {
  std::vector<Page> pages;
  for (int i = 0; i < document.pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    const PageWords words = page == nullptr ? PageWords{} : words_of(*page);
    pages.push_back(lines_of(words));
    if (words.has_turned_text) {
      order_blocks(pages.back());
    }
    for (Line& line : pages.back().lines) {
      line.page = static_cast<std::uint32_t>(i + 1);
    }
  }
  return pages;
}

}  // namespace

sandbox::Parsed parse_pdf(std::string_view bytes) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    throw Unreadable("it is larger than 2 GB");
  }
  poppler::set_debug_error_function([](const std::string& /*message*/, void* /*closure*/) {}, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document == nullptr || (!document->is_locked() && document->pages() == 0)) {
    throw Unreadable("it is a damaged PDF: fetch it again, or save it anew in a viewer that opens it");
  }
  if (document->is_locked()) {
    throw Unreadable("it is encrypted: save a copy without a password");
  }
  std::vector<Page> pages = pages_of(*document);
  const auto silent = std::ranges::count_if(pages, [](const Page& page) { return page.lines.empty(); });
  std::vector<std::string> running_heads = drop_running_heads(pages);
  const double body = text_size(pages);
  for (Page& page : pages) {
    order_by_sentences(page, body);
  }
  Layout layout = paragraphs_of(pages);
  if (layout.paragraphs.empty()) {
    throw Unreadable("it has no text, at most pictures of it: it needs OCR, for example with ocrmypdf");
  }
  office::Properties properties = properties_of(*document);
  properties.source = layout.masthead;
  properties.running_heads = std::move(running_heads);
  prefer_declared_title(layout.paragraphs, properties.title);
  sandbox::Parsed parsed{office::article_of(std::move(layout.paragraphs), properties), Skip::Empty};
  for (FoundArticle& found : parsed.articles) {
    if (silent > 0) {
      found.article.record.meta.emplace_back("pages_without_text", std::to_string(silent));
    }
    found.article.record.meta.emplace_back("pages", std::to_string(document->pages()));
  }
  return parsed;
}

}  // namespace nutgraf::read::pdf
