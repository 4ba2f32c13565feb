// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/docx_body.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "core/base/utf8.h"

namespace nutgraf::read::office {
namespace {

using Event = XmlStream::Event;

/// Elements whose content is no text of the document.
bool is_left_out_of_docx(std::string_view name) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"del", "moveFrom", "Fallback", "rt", "instrText", "delText", "delInstrText",
                                       "ffData", "sectPr", "tblPr", "tblGrid", "pPrChange", "rPrChange", "annotation"});
  return std::ranges::find(kNames, name) != kNames.end();
}

/// A character of a symbol font; those of the private use area are pictures.
std::string symbol(const std::string& hex) {
  constexpr int kHex = 16;
  const auto code = static_cast<char32_t>(std::strtoul(hex.c_str(), nullptr, kHex));
  std::string text;
  const bool character = code >= 0x20 && code < 0xD800;
  if (character) {
    utf8::append(text, code);
  }
  return text;
}

}  // namespace

std::vector<Paragraph> DocxBody::read() {
  for (Event event = stream_.next(); event != Event::Finished; event = stream_.next()) {
    switch (event) {
      case Event::Begin:
        begin();
        break;
      case Event::End:
        end();
        break;
      case Event::Text:
        text();
        break;
      case Event::Finished:
        break;
    }
  }
  return flow_.take();
}

std::map<std::string, std::vector<Paragraph>> DocxBody::read_notes() {
  std::map<std::string, std::vector<Paragraph>> found;
  std::string id;
  for (Event event = stream_.next(); event != Event::Finished; event = stream_.next()) {
    const std::string_view name = stream_.name();
    const bool edge = event != Event::Text && (name == "footnote" || name == "endnote");
    if (edge && event == Event::Begin) {
      id = stream_.attribute("id");
      flow_ = {};
    } else if (edge) {
      found[id] = flow_.take();
    } else if (event == Event::Begin) {
      begin();
    } else if (event == Event::End) {
      end();
    } else {
      text();
    }
  }
  return found;
}

void DocxBody::begin() {
  const std::string_view name = stream_.name();
  // A deleted paragraph mark is told by an element of the same name as a deleted run.
  if (name == "del" && in_paragraph_properties_) {
    states_.back().joins_next = true;
    return;
  }
  if (is_left_out_of_docx(name) || (name == "sdtContent" && std::exchange(contents_follow_, false))) {
    stream_.skip();
    return;
  }
  in_paragraph_properties_ = in_paragraph_properties_ || name == "pPr";
  if (in_paragraph_properties_) {
    begin_property(name);
  } else {
    begin_content(name);
  }
}

void DocxBody::begin_property(std::string_view name) {
  Style& style = states_.back().style;
  if (name == "pStyle") {
    const std::string id = stream_.attribute("val");
    style = styles_.style(id);
    states_.back().hidden = styles_.hides(id);
  } else if (name == "framePr" && !stream_.attribute("dropCap").empty() && stream_.attribute("dropCap") != "none") {
    states_.back().joins_next = true;  // the first letter of the next paragraph
  } else if (name == "jc") {
    style.alignment = stream_.attribute("val") == "center" ? press::Alignment::Center : press::Alignment::Left;
  } else if (name == "outlineLvl" && style.role == Role::Body) {
    const int level = std::atoi(stream_.attribute("val").c_str());
    constexpr int kBody = 9;
    style.role = level < kBody ? Role::Heading : Role::Body;
    style.level = level + 1;
  }
}

void DocxBody::begin_content(std::string_view name) {
  State& state = states_.back();
  if (name == "t") {
    in_text_ = true;
  } else if (name == "p") {
    states_.back() = {};
  } else if (name == "r") {
    state.run_hidden = state.hidden;
    state.run_bold = state.style.weight == press::Weight::Bold;
  } else if (name == "b") {
    state.run_bold = is_on(stream_.attribute("val"));
  } else if (name == "rStyle") {
    state.run_hidden = state.run_hidden || styles_.hides(stream_.attribute("val"));
  } else if (name == "vanish") {
    state.run_hidden = is_on(stream_.attribute("val"));
  } else if (name == "tab" || name == "ptab") {
    add("\t");
  } else if (name == "br" || name == "cr") {
    add("\n");
  } else if (name == "noBreakHyphen") {
    add("\u2011");
  } else if (name == "sym") {
    add(symbol(stream_.attribute("char")));
  } else if (name == "docPartGallery") {
    contents_follow_ = stream_.attribute("val") == "Table of Contents";
  } else if (name == "footnoteReference" || name == "endnoteReference") {
    notes_.push_back({name == "endnoteReference", stream_.attribute("id")});
  } else if (name == "txbxContent") {
    flow_.begin_frame();
    states_.emplace_back();
  } else if (name == "tbl") {
    flow_.begin_table();
  } else if (name == "tc") {
    flow_.begin_cell();
    states_.emplace_back();
  }
}

void DocxBody::end() {
  const std::string_view name = stream_.name();
  if (name == "pPr") {
    in_paragraph_properties_ = false;
  } else if (in_paragraph_properties_) {
    return;
  } else if (name == "t") {
    in_text_ = false;
  } else if (name == "p") {
    if (!states_.back().joins_next) {
      flow_.end_paragraph(states_.back().style);
    }
  } else if (name == "txbxContent") {
    flow_.end_frame();
    leave();
  } else if (name == "tbl") {
    flow_.end_table();
  } else if (name == "tr") {
    flow_.end_row();
  } else if (name == "tc") {
    flow_.end_cell();
    leave();
  }
}

void DocxBody::leave() {
  if (states_.size() > 1) {
    states_.pop_back();
  }
}

void DocxBody::text() {
  if (in_text_) {
    add(stream_.text());
  }
}

void DocxBody::add(std::string_view text) {
  State& state = states_.back();
  if (state.run_hidden) {
    return;
  }
  if (state.is_empty && text.find_first_not_of(" \t\n") != std::string_view::npos) {
    state.is_empty = false;
    state.style.weight = state.run_bold ? press::Weight::Bold : press::Weight::Plain;
  }
  flow_.add(text);
}

}  // namespace nutgraf::read::office
