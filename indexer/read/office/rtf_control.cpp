// SPDX-License-Identifier: GPL-2.0-or-later
// What the control words of RTF change: where text goes, how its bytes are read, how a paragraph looks.
#include <algorithm>
#include <utility>

#include "indexer/read/office/rtf_body.h"
#include "indexer/read/office/rtf_code_pages.h"

namespace nutgraf::read::office {

void RtfBody::begin_target(RtfTarget target) {
  Group& open = group();
  const bool inside_text = open.target == RtfTarget::Text;
  switch (target) {
    case RtfTarget::TextBox:
    case RtfTarget::Note:
      if (open.target == (target == RtfTarget::Note ? RtfTarget::Text : RtfTarget::Shape)) {
        outer_flows_.push_back(std::exchange(flow_, {}));
        open.target = RtfTarget::Text;
        open.own_flow = true;
        open.in_table = false;
        open.outer_table = std::exchange(table_, false);
        is_blank_ = true;
      } else {
        open.target = RtfTarget::LeftOut;
      }
      break;
    case RtfTarget::Alternative:
      open.outer = open.target;
      open.target = target;
      break;
    case RtfTarget::Title:
    case RtfTarget::Author:
    case RtfTarget::Subject:
    case RtfTarget::Keywords:
    case RtfTarget::Comment:
    case RtfTarget::Created:
    case RtfTarget::Revised:
      open.target = open.target == RtfTarget::Info ? target : RtfTarget::LeftOut;
      break;
    case RtfTarget::Text:
    case RtfTarget::LeftOut:
      open.target = RtfTarget::LeftOut;
      break;
    case RtfTarget::Fonts:
    case RtfTarget::Styles:
    case RtfTarget::Info:
    case RtfTarget::Shape:
      open.target = inside_text ? target : RtfTarget::LeftOut;
      break;
  }
}

void RtfBody::property(std::string_view word, std::int32_t value, bool on) {
  Group& open = group();
  if (word == "v" || word == "deleted") {
    open.hidden = on;
  } else if (word == "b") {
    open.bold = on;
  } else if (word == "plain") {
    open.hidden = open.bold = false;
    open.page = 0;
  } else if (word == "f") {
    open.page = fonts_[value];
  } else if (word == "deff") {
    default_font_ = value;
  } else if (word == "uc") {
    open.skipped_by_unicode = std::clamp(value, 0, 4);
  } else if (word == "ansicpg" && value != 0) {
    document_page_ = value;
  } else if (word == "mac" || word == "pc" || word == "pca") {
    document_page_ = word == "mac" ? 10000 : word == "pc" ? 437 : 850;
  } else if (word == "pard") {
    open.in_table = false;
    open.style = {};
  } else if (word == "intbl") {
    open.in_table = true;
  } else if (word == "qc" || word == "ql" || word == "qj") {
    open.style.alignment = word == "qc" ? press::Alignment::Center : press::Alignment::Left;
  } else if (word == "s") {
    open.style = styles_[value];
  }
}

void RtfBody::table_word(std::string_view word) {
  if ((word != "cell" && word != "row") || group().target != RtfTarget::Text) {
    return;
  }
  if (word == "cell") {
    group().in_table = true;
    enter_table();
    end_paragraph();
    flow_.end_cell();
    flow_.begin_cell();
  } else if (table_) {
    flow_.end_cell();
    flow_.end_row();
    flow_.begin_cell();
  }
}

void RtfBody::font_word(std::string_view word, std::int32_t value) {
  if (word == "f") {
    font_ = value;
  } else if (word == "fcharset") {
    fonts_[font_] = page_of_charset(value, document_page_);
  } else if (word == "cpg" && value != 0) {
    fonts_[font_] = value;
  }
}

void RtfBody::time_word(std::string_view word, std::int32_t value) {
  (word == "yr"   ? time_.year
   : word == "mo" ? time_.month
   : word == "dy" ? time_.day
   : word == "hr" ? time_.hour
                  : time_.minute) = value;
}

std::string* RtfBody::info_text() {
  switch (group().target) {
    case RtfTarget::Title:
      return &properties_.title;
    case RtfTarget::Author:
      return &properties_.author;
    case RtfTarget::Keywords:
      return &properties_.keywords;
    case RtfTarget::Subject:
    case RtfTarget::Comment:
      return &properties_.description;
    case RtfTarget::Styles:
      return &style_name_;
    case RtfTarget::Text:
    case RtfTarget::LeftOut:
    case RtfTarget::Fonts:
    case RtfTarget::Info:
    case RtfTarget::Created:
    case RtfTarget::Revised:
    case RtfTarget::Alternative:
    case RtfTarget::Shape:
    case RtfTarget::TextBox:
    case RtfTarget::Note:
      return nullptr;
  }
  return nullptr;
}

}  // namespace nutgraf::read::office
