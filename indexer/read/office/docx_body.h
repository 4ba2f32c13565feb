// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/office/docx_styles.h"
#include "indexer/read/office/flow.h"
#include "indexer/read/office/xml_stream.h"

namespace nutgraf::read::office {

/// The text of a part of a DOCX as its readers see it: with what was inserted and without what was deleted while
/// changes were tracked, with the results of fields, without hidden text, tables of contents and the second form of a
/// drawing.
class DocxBody {
 public:
  DocxBody(std::string_view xml, const DocxStyles& styles) : stream_(xml), styles_(styles) {}

  [[nodiscard]] std::vector<Paragraph> read();

  struct NoteReference {
    bool is_endnote = false;
    std::string id;
  };
  /// Footnotes and endnotes in the order of their marks; known after read().
  [[nodiscard]] const std::vector<NoteReference>& notes() const { return notes_; }
  /// Where the part is footnotes.xml or endnotes.xml: its notes by their ids.
  [[nodiscard]] std::map<std::string, std::vector<Paragraph>> read_notes();

 private:
  struct State {  // of the paragraph and the run that are open
    Style style;
    bool joins_next = false;  // it runs on into the next paragraph
    bool hidden = false;      // by the style of the paragraph
    bool run_hidden = false;
    bool run_bold = false;
    bool is_empty = true;
  };

  void begin();
  void begin_property(std::string_view name);
  void begin_content(std::string_view name);
  void end();
  void leave();  // a cell or a text box
  void text();
  void add(std::string_view text);

  XmlStream stream_;
  const DocxStyles& styles_;
  Flow flow_;
  std::vector<State> states_ = std::vector<State>(1);
  std::vector<NoteReference> notes_;
  bool in_text_ = false;
  bool in_paragraph_properties_ = false;
  bool contents_follow_ = false;  // the properties of a table of contents were read
};

}  // namespace nutgraf::read::office
