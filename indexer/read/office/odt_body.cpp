// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/odt_body.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <utility>

namespace nutgraf::read::office {
namespace {

using Event = XmlStream::Event;

bool is_left_out_of_odt(std::string_view name) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"tracked-changes", "annotation", "note-citation", "table-of-content", "alphabetical-index", "forms", "ruby-text",
       "sequence-decls", "variable-decls", "user-field-decls", "title", "desc", "hidden-text", "event-listeners",
       "script", "object", "plugin"});
  return std::ranges::find(kNames, name) != kNames.end();
}

/// White space in the file is layout: elements stand for blanks that count.
std::string unwrapped(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  std::replace(line.begin(), line.end(), '\r', ' ');
  return line;
}

}  // namespace

std::vector<Paragraph> OdtBody::read() {
  for (Event event = stream_.next(); event != Event::Finished; event = stream_.next()) {
    if (event == Event::Begin) {
      begin();
    } else if (event == Event::End) {
      end();
    } else if (!open_.empty()) {
      add(unwrapped(stream_.text()));
    }
  }
  std::vector<Paragraph> paragraphs = flow_.take();
  std::ranges::move(notes_, std::back_inserter(paragraphs));
  return paragraphs;
}

void OdtBody::begin() {
  const std::string_view name = stream_.name();
  in_body_ = in_body_ || name == "text";
  if (!in_body_) {
    return;
  }
  const bool hidden =
      name == "section" && (stream_.attribute("display") == "none" || stream_.attribute("is-hidden") == "true");
  if (hidden || is_left_out_of_odt(name)) {
    stream_.skip();
  } else {
    begin_content(name);
  }
}

void OdtBody::begin_content(std::string_view name) {
  if (name == "p" || name == "h") {
    begin_paragraph();
    begin_text("paragraph");
  } else if (name == "span") {
    begin_text("text");
  } else if (name == "s" || name == "tab") {
    add(" ");
  } else if (name == "line-break") {
    add("\n");
  } else if (name == "hidden-paragraph" && stream_.attribute("is-hidden") == "true" && !hidden_.empty()) {
    hidden_.back() = true;  // it stands at the beginning of its paragraph
  } else if (name == "note-body") {
    outer_.push_back(std::exchange(flow_, {}));
  } else if (name == "text-box") {
    flow_.begin_frame();
  } else if (name == "table") {
    flow_.begin_table();
  } else if (name == "table-cell") {
    flow_.begin_cell();
  }
}

void OdtBody::begin_paragraph() {
  Style style;
  std::string of = stream_.attribute("style-name");
  const std::string parent = styles_.parent(of);
  of = parent.empty() ? of : parent;
  if (of == "Title") {
    style.role = Role::Title;
  } else if (stream_.name() == "h") {
    style.role = Role::Heading;
    style.level = std::max(1, std::atoi(stream_.attribute("outline-level").c_str()));
  }
  open_.push_back(style);
}

void OdtBody::begin_text(const std::string& family) {
  const OdtStyles::Display display = styles_.display(family, stream_.attribute("style-name"));
  const bool around = family == "text" && !hidden_.empty() && hidden_.back();
  hidden_.push_back(display == OdtStyles::Display::Inherited ? around : display == OdtStyles::Display::Hidden);
}

void OdtBody::add(std::string_view text) {
  if (hidden_.empty() || !hidden_.back()) {
    flow_.add(text);
  }
}

void OdtBody::end() {
  const std::string_view name = stream_.name();
  if (!in_body_) {
    return;
  }
  if ((name == "p" || name == "h" || name == "span") && !hidden_.empty()) {
    hidden_.pop_back();
  }
  if ((name == "p" || name == "h") && !open_.empty()) {
    flow_.end_paragraph(open_.back());
    open_.pop_back();
  } else if (name == "note-body" && !outer_.empty()) {
    std::ranges::move(flow_.take(), std::back_inserter(notes_));
    flow_ = std::move(outer_.back());
    outer_.pop_back();
  } else if (name == "text-box") {
    flow_.end_frame();
  } else if (name == "table") {
    flow_.end_table();
  } else if (name == "table-row") {
    flow_.end_row();
  } else if (name == "table-cell") {
    flow_.end_cell();
  }
}

}  // namespace nutgraf::read::office
