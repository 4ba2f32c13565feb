// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/europresse_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/dates/months.h"
#include "indexer/read/found_article.h"
#include "indexer/read/html/dom.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/people.h"
#include "indexer/read/press/article_text.h"
#include "indexer/read/press/nexis_head.h"
#include "indexer/read/press/page_source.h"
#include "indexer/read/press/page_text.h"
#include "indexer/read/press/written_day.h"

namespace nutgraf::read::press {
namespace {

using html::Dom;
using html::NodeIndex;
using html::Tag;

constexpr std::string_view kSourceClass = "DocPublicationName";
constexpr std::string_view kHeaderClass = "DocHeader";

/// What a block of an export is, told by the classes and elements around it.
enum class Part : std::uint8_t { Source, Header, Title, Author, Aside, Other };

Part part_of(const Dom& dom, NodeIndex node) {
  for (NodeIndex at = node; at != html::kNoNode; at = dom[at].parent) {
    if (has_class(dom, at, kSourceClass)) {
      return Part::Source;
    }
    if (has_class(dom, at, kHeaderClass)) {
      return Part::Header;
    }
    if (has_class(dom, at, "titreArticleVisu")) {
      return Part::Title;
    }
    if (has_class(dom, at, "docAuthors")) {
      return Part::Author;
    }
    if (dom[at].tag == Tag::Aside) {
      return Part::Aside;
    }
  }
  return Part::Other;
}

struct Piece {
  Part part;
  bool in_header;  // inside an element of that name: the newer layout
  std::string text;
};

bool is_in_header(const Dom& dom, NodeIndex node) {
  while (node != html::kNoNode && dom[node].tag != Tag::Header) {
    node = dom[node].parent;
  }
  return node != html::kNoNode;
}

std::vector<Piece> pieces_of(const Dom& dom) {
  std::vector<Piece> pieces;
  const auto label_of = [&](NodeIndex text) { return static_cast<int>(part_of(dom, text)); };
  for (PageBlock& block : blocks_inside(dom, 0, label_of)) {
    pieces.push_back({static_cast<Part>(block.label), is_in_header(dom, block.first), std::move(block.text)});
  }
  return pieces;
}

/// "Numéro de document : news·20121004·PO·2040056000": what follows the colon; empty where it is no such line.
std::string document_number(std::string_view line) {
  constexpr std::string_view kDot = "·";
  const std::size_t colon = line.find(':');
  const std::size_t dot = line.find(kDot);
  if (colon == std::string_view::npos || dot == std::string_view::npos || dot < colon) {
    return {};
  }
  const std::string_view number = ascii::trimmed(line.substr(colon + 1));
  const bool one_word = number.find(' ') == std::string_view::npos;
  return one_word && number.find(kDot) != number.rfind(kDot) ? std::string(number) : std::string();
}

std::vector<std::string> cut_at_commas(std::string_view line) {
  std::vector<std::string> parts;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(','), line.size());
    parts.push_back(lines::flattened(line.substr(0, end)));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  std::erase(parts, std::string());
  return parts;
}

std::string joined(std::span<const std::string> parts) {
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// "Politique, jeudi 5 octobre 2013, p. 12": section, day and page. In English the day has commas of its own.
void read_header(const std::string& header, FoundArticle& found) {
  constexpr std::size_t kMostParts = 2;
  ArticleRecord& record = found.article.record;
  const std::vector<std::string> parts = cut_at_commas(header);
  for (std::size_t count = 1; count <= kMostParts; ++count) {
    for (std::size_t first = 0; first + count <= parts.size(); ++first) {
      const auto date = find_date(joined(std::span(parts).subspan(first, count)));
      if (!date) {
        continue;
      }
      set_date(found, header, date);
      const std::size_t section_end = first > 0 && dates::is_weekday(parts[first - 1]) ? first - 1 : first;
      record.section = joined(std::span(parts).first(section_end));
      const std::string page = joined(std::span(parts).subspan(first + count));
      add_metadata(record, "page", page.starts_with("p. ") ? page.substr(3) : page);
      return;
    }
  }
  set_date(found, header, std::nullopt);
}

/// "Magazine 1, no. 5968"
void read_source(const std::string& source, ArticleRecord& record) {
  const std::size_t issue = source.find(", no.");
  record.source = source.substr(0, issue);
  if (issue != std::string::npos) {
    record.meta.emplace_back("issue", source.substr(issue + 2));
  }
}

/// In the older layout nothing but its place and form tells an author from the first words of the text.
bool is_author_line(std::string_view line) {
  constexpr std::ptrdiff_t kMostBlanks = 9;
  constexpr std::size_t kLongest = 120;
  return line.size() <= kLongest && std::count(line.begin(), line.end(), ' ') <= kMostBlanks &&
         line.find_first_of("!?:\n") == std::string_view::npos && !line.ends_with('.') &&
         std::ranges::none_of(line, ascii::is_digit) && !is_copyright(line);
}

void join(std::string& text, const std::string& more) {
  text.append(text.empty() || more.empty() ? "" : " ").append(more);
}

/// Takes the pieces of one article in their order.
class ArticleBuilder {
 public:
  /// `next` is the piece behind it; null at the end. False where the article ends with this piece.
  [[nodiscard]] bool add(const Piece& piece, const Piece* next) {
    const std::string line = lines::flattened(piece.text);
    const Part before = std::exchange(last_, piece.part);
    record().id = document_number(line);
    if (!record().id.empty()) {
      return false;  // a certificate follows
    }
    if (piece.part == Part::Source) {
      read_source(line, record());
    } else if (piece.part == Part::Header) {
      join(header_, line);
    } else if (piece.part == Part::Title) {
      join(record().title, line);
    } else if (is_author(piece, next, before)) {
      const std::vector<std::string> authors = split_authors(line);
      record().authors.insert(record().authors.end(), authors.begin(), authors.end());
    } else if (piece.part == Part::Aside) {
      add_note(line);
    } else if (is_copyright(line)) {
      join(copyright_, line);
    } else if (record().title.empty()) {
      join(above_, line);
    } else {
      text_.add(piece.text);
    }
    return true;
  }

  [[nodiscard]] FoundArticle finish() && {
    read_header(header_, found_);
    add_metadata(record(), "kicker", above_);
    add_metadata(record(), "notes", notes_.ends_with(':') ? std::string_view{} : std::string_view(notes_));
    add_metadata(record(), "copyright", copyright_);
    found_.article.text = std::move(text_).text();
    return std::move(found_);
  }

 private:
  [[nodiscard]] ArticleRecord& record() { return found_.article.record; }

  [[nodiscard]] bool is_author(const Piece& piece, const Piece* next, Part before) const {
    const bool titled = !found_.article.record.title.empty();
    return piece.part == Part::Author || (titled && piece.in_header && piece.part == Part::Other) ||
           (before == Part::Title && piece.part == Part::Other && next != nullptr && is_author_line(piece.text) &&
            !is_copyright(lines::flattened(next->text)));
  }

  /// "Note(s) :" stands there also where there are none.
  void add_note(const std::string& line) {
    notes_ = notes_.ends_with(':') && line.ends_with(':') ? std::string() : std::move(notes_);
    join(notes_, line);
  }

  FoundArticle found_;
  Part last_ = Part::Other;
  std::string header_;
  std::string above_;
  std::string notes_;
  std::string copyright_;
  ArticleText text_;
};

/// The pieces from one source to the next.
FoundArticle article_of(std::span<const Piece> pieces) {
  ArticleBuilder builder;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!builder.add(pieces[i], i + 1 < pieces.size() ? &pieces[i + 1] : nullptr)) {
      break;
    }
  }
  return std::move(builder).finish();
}

}  // namespace

Evidence sniff_europresse(std::string_view front) {
  const std::string lowered = ascii::lowered(front);
  const bool named = lowered.find("europresse") != std::string::npos ||
                     lowered.find("eureka.cc") != std::string::npos || lowered.find("cedrom-sni") != std::string::npos;
  return front.starts_with('<') && named && lowered.find("class=\"docpublicationname\"") != std::string::npos
             ? Evidence::Strong
             : Evidence::None;
}

void read_europresse(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  const Dom dom(page_text(bytes, document, emitter));
  const std::vector<Piece> pieces = dom.size() == 0 ? std::vector<Piece>{} : pieces_of(dom);
  const auto is_source = [](const Piece& piece) { return piece.part == Part::Source; };
  std::vector<FoundArticle> found;
  auto begin = std::ranges::find_if(pieces, is_source);
  while (begin != pieces.end()) {
    const auto end = std::find_if(begin + 1, pieces.end(), is_source);
    found.push_back(article_of(std::span(begin, end)));
    begin = end;
  }
  if (found.empty()) {
    emitter.reject(document, 0, 0, "it is no export of Europresse: nothing in it is of class 'DocPublicationName'");
    return;
  }
  emit_all(std::move(found), document, emitter);
}

}  // namespace nutgraf::read::press
