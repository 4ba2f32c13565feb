// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/office/flow.h"
#include "indexer/read/office/properties.h"
#include "indexer/read/office/rtf_tokens.h"
#include "indexer/read/office/rtf_words.h"

namespace nutgraf::read::office {

/// Reads RTF to its end: its paragraphs, notes behind them, and what it says of itself. Hidden and deleted text,
/// headers, footers, pictures and the instructions of fields are left out.
class RtfBody {
 public:
  explicit RtfBody(std::string_view bytes) : tokens_(bytes) {}

  [[nodiscard]] std::vector<Paragraph> read();
  [[nodiscard]] const Properties& properties() const { return properties_; }

 private:
  /// What holds until the end of a group.
  struct Group {
    RtfTarget target = RtfTarget::Text;
    RtfTarget outer = RtfTarget::Text;  // around an Alternative
    bool own_flow = false;              // a note or a text box ends with it
    bool hidden = false;
    bool bold = false;
    bool in_table = false;
    bool outer_table = false;             // of table_ around a note or a text box
    std::int32_t skipped_by_unicode = 1;  // characters behind \u that stand for the same
    std::int32_t page = 0;                // of the font; 0 = of the document
    Style style;
  };
  struct Time {
    std::int32_t year = 0;
    std::int32_t month = 1;
    std::int32_t day = 1;
    std::int32_t hour = 0;
    std::int32_t minute = 0;
  };

  [[nodiscard]] Group& group() { return groups_.back(); }
  void take(const RtfToken& token);
  void begin_group();
  void end_group();
  void word(const RtfToken& token);
  void begin_target(RtfTarget target);
  void property(std::string_view word, std::int32_t value, bool on);
  void table_word(std::string_view word);
  void font_word(std::string_view word, std::int32_t value);
  void time_word(std::string_view word, std::int32_t value);
  void symbol(std::string_view character);
  void bytes(std::string_view text);
  void unicode(std::int32_t value);
  void flush();
  void add(std::string_view text);
  void enter_table();
  void end_paragraph();
  std::string* info_text();

  RtfTokenizer tokens_;
  Flow flow_;
  std::vector<Flow> outer_flows_;
  std::vector<Paragraph> notes_;
  std::vector<Group> groups_ = std::vector<Group>(1);
  Properties properties_;
  std::map<std::int32_t, std::int32_t> fonts_;  // code pages
  std::map<std::int32_t, Style> styles_;
  std::string style_name_;
  std::int32_t style_ = 0;  // that the style sheet speaks of
  std::int32_t font_ = 0;   // that the font table speaks of
  std::int32_t document_page_ = 1252;
  std::int32_t default_font_ = 0;
  std::string pending_;    // bytes that are not yet converted
  std::int32_t skip_ = 0;  // characters
  char32_t high_surrogate_ = 0;
  bool starred_ = false;  // \* came just before
  bool table_ = false;    // one is open in flow_
  bool is_blank_ = true;  // the paragraph has no character yet
  press::Weight weight_ = press::Weight::Plain;
  Time time_;
};

}  // namespace nutgraf::read::office
