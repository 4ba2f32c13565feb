// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/rtf_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/office/rtf_code_pages.h"

namespace nutgraf::read::office {
namespace {

using Kind = RtfToken::Kind;

}  // namespace

std::vector<Paragraph> RtfBody::read() {
  while (const auto token = tokens_.next()) {
    take(*token);
  }
  while (groups_.size() > 1) {
    end_group();
  }
  flush();
  std::vector<Paragraph> paragraphs = flow_.take();
  std::ranges::move(notes_, std::back_inserter(paragraphs));
  return paragraphs;
}

void RtfBody::take(const RtfToken& token) {
  const bool starred = std::exchange(starred_, false);
  switch (token.kind) {
    case Kind::Begin:
      begin_group();
      break;
    case Kind::End:
      end_group();
      break;
    case Kind::Word:
      if (starred && !target_of(token.text) && token.text != "ud" && token.text != "shppict") {
        flush();
        group().target = RtfTarget::LeftOut;
      } else {
        word(token);
      }
      break;
    case Kind::Symbol:
      symbol(token.text);
      break;
    case Kind::Byte:
      bytes(std::string_view(&token.byte, 1));
      break;
    case Kind::Text:
      bytes(token.text);
      break;
    case Kind::Binary:
      skip_ = std::max(0, skip_ - 1);
      break;
  }
}

void RtfBody::begin_group() {
  flush();
  skip_ = 0;
  Group inner = group();
  inner.own_flow = false;
  if (inner.target == RtfTarget::Alternative) {
    inner.target = RtfTarget::LeftOut;
  } else if (inner.target == RtfTarget::Styles) {
    style_ = 0;
    style_name_.clear();
  }
  groups_.push_back(inner);
}

void RtfBody::end_group() {
  flush();
  skip_ = 0;
  if (groups_.size() == 1) {
    return;
  }
  if (group().target == RtfTarget::Styles && !style_name_.empty()) {
    styles_[style_] = style_named(style_name_.substr(0, style_name_.find(';')));
    style_name_.clear();
  } else if (group().target == RtfTarget::Created || group().target == RtfTarget::Revised) {
    std::string& date = group().target == RtfTarget::Created ? properties_.created : properties_.modified;
    date = time_.year == 0 ? date
                           : fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", time_.year, time_.month, time_.day,
                                         time_.hour, time_.minute);
    time_ = {};
  }
  if (group().own_flow) {
    end_paragraph();
    std::vector<Paragraph> inside = flow_.take();
    flow_ = std::move(outer_flows_.back());
    outer_flows_.pop_back();
    table_ = group().outer_table;
    std::ranges::move(inside, std::back_inserter(notes_));
    is_blank_ = flow_.is_blank();
  }
  groups_.pop_back();
}

void RtfBody::word(const RtfToken& token) {
  const std::int32_t value = token.value.value_or(0);
  if (token.text == "u" && token.value) {
    unicode(value);
    return;
  }
  const bool character = !characters_of(token.text).empty();
  if (skip_ > 0 && character) {
    --skip_;
    return;
  }
  skip_ = 0;
  flush();
  if (token.text == "ud") {
    group().target = group().outer;
  } else if (const auto target = target_of(token.text)) {
    begin_target(*target);
  } else if (group().target == RtfTarget::Fonts) {
    font_word(token.text, value);
  } else if (group().target == RtfTarget::Created || group().target == RtfTarget::Revised) {
    time_word(token.text, value);
  } else if (group().target == RtfTarget::Styles) {
    style_ = token.text == "s" ? value : style_;
  } else if (const std::string_view characters = characters_of(token.text); !characters.empty()) {
    add(characters);
  } else if (ends_paragraph(token.text)) {
    end_paragraph();
  } else {
    table_word(token.text);
    property(token.text, value, value != 0 || !token.value);
  }
}

/// A table is a row of paragraphs in cells; nothing but the word of the first one tells its beginning.
void RtfBody::enter_table() {
  if (group().in_table == table_) {
    return;
  }
  table_ = group().in_table;
  if (table_) {
    flow_.begin_table();
    flow_.begin_cell();
  } else {
    flow_.end_table();
  }
}

void RtfBody::symbol(std::string_view character) {
  if (character == "*") {
    starred_ = true;
  } else if (character == "\n" || character == "\r") {
    flush();
    end_paragraph();
  } else if (character == "~" || character == "_") {
    flush();
    add(character == "~" ? "\u00A0" : "\u2011");
  } else if (character == "\\" || character == "{" || character == "}") {
    bytes(character);
  }
}

void RtfBody::bytes(std::string_view text) {
  const auto skipped = std::min(static_cast<std::size_t>(skip_), text.size());
  skip_ -= static_cast<std::int32_t>(skipped);
  pending_ += text.substr(skipped);
}

void RtfBody::unicode(std::int32_t value) {
  flush();
  constexpr std::int32_t kUnits = 0x10000;
  const auto unit = static_cast<char32_t>(value < 0 ? value + kUnits : value);
  const bool high = unit >= 0xD800 && unit < 0xDC00;
  const bool low = unit >= 0xDC00 && unit < 0xE000;
  const char32_t before = std::exchange(high_surrogate_, high ? unit : 0);
  skip_ = group().skipped_by_unicode;
  if (high) {
    return;
  }
  constexpr char32_t kLast = 0x10FFFF;
  char32_t code = unit > kLast ? utf8::kReplacement : unit;
  if (low) {
    code = before == 0 ? utf8::kReplacement : 0x10000 + ((before - 0xD800) << 10U) + (unit - 0xDC00);
  }
  std::string character;
  utf8::append(character, code);
  add(character);
}

void RtfBody::flush() {
  if (!pending_.empty()) {
    std::int32_t page = group().page == 0 ? fonts_[default_font_] : group().page;
    page = page == 0 || group().target != RtfTarget::Text ? document_page_ : page;
    add(from_code_page(std::exchange(pending_, {}), page));
  }
}

void RtfBody::add(std::string_view text) {
  if (std::string* const info = info_text()) {
    *info += text;
  }
  if (group().target != RtfTarget::Text || group().hidden || text.empty()) {
    return;
  }
  enter_table();
  if (is_blank_ && text.find_first_not_of(" \t\n") != std::string_view::npos) {
    is_blank_ = false;
    weight_ = group().bold ? press::Weight::Bold : press::Weight::Plain;
  }
  flow_.add(text);
}

void RtfBody::end_paragraph() {
  if (group().target == RtfTarget::Text) {
    enter_table();
    Style style = group().style;
    style.weight = std::exchange(weight_, press::Weight::Plain);
    flow_.end_paragraph(style);
    is_blank_ = true;
  }
}

}  // namespace nutgraf::read::office
