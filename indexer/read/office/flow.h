// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/press/nexis.h"

namespace nutgraf::read::office {

enum class Role : std::uint8_t { Body, Title, Heading, Byline };  // Byline: its first line is a name

struct Style {
  Role role = Role::Body;
  int level = 0;                                // of a heading, from 1
  press::Weight weight = press::Weight::Plain;  // of the first character
  press::Alignment alignment = press::Alignment::Left;
};

/// By the name of a style, which is the same in all languages: "Title", "heading 2".
[[nodiscard]] Style style_named(std::string_view name);

struct Paragraph {
  std::string text;  // UTF-8; LF where a line was broken, no blanks at the edges of lines, runs of blanks as one
  Style style;
  std::uint32_t page = 0;  // on which it begins; 0: the document has none
};

/// Lays the content of a word processor's document out as paragraphs. A table row whose cells are short is a line with
/// blanks between the cells; cells with paragraphs of their own stand one after the other.
class Flow {
 public:
  /// Valid UTF-8, any blanks; LF breaks a line.
  void add(std::string_view text) { levels_.back().open += text; }
  void end_paragraph(const Style& style);
  /// Whether nothing but blanks was added since the last end.
  [[nodiscard]] bool is_blank() const;

  /// A text inside a paragraph that stands behind it: a text box.
  /// (begin_frame end_frame)
  void begin_frame();
  void end_frame();

  /// (begin_table (begin_cell end_cell)* end_row)* end_table); cells may hold tables.
  void begin_table();
  void begin_cell();
  void end_cell();
  void end_row();
  void end_table();

  /// All of it; open cells and tables are closed.
  [[nodiscard]] std::vector<Paragraph> take();

 private:
  struct Level {
    std::string open;               // the paragraph that is being written
    std::vector<Paragraph> done;    // in front of it
    std::vector<Paragraph> behind;  // frames that it holds
  };
  struct Table {
    std::string lines;                        // rows of short cells
    std::vector<std::vector<Paragraph>> row;  // cells of the row that is being written
    std::size_t cells_open = 0;
  };

  void end_lines(Table& table);
  std::vector<Paragraph> take_level();

  std::vector<Level> levels_ = std::vector<Level>(1);
  std::vector<Table> tables_;
};

/// The form of Paragraph::text.
[[nodiscard]] std::string tidy_lines(std::string_view text);

}  // namespace nutgraf::read::office
