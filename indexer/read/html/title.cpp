// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/title.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <set>

#include "core/base/ascii.h"
#include "core/text/lower_case.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/html/article_search.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/label.h"
#include "indexer/read/html/layout.h"
#include "indexer/read/html/set_apart.h"
#include "indexer/read/html/site_name.h"
#include "indexer/read/html/url.h"

namespace nutgraf::read::html {
namespace {

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  while (!text.empty()) {
    const auto end = std::ranges::find_if_not(text, ascii::is_word_byte);
    const auto length = static_cast<std::size_t>(end - text.begin());
    if (length > 0) {
      words.insert(ascii::lowered(text.substr(0, length)));
    }
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return words;
}

/// A heading that may be the article's.
struct Heading {
  std::string text;
  bool is_main = false;  // h1
  std::size_t words = 0;
  std::size_t shared = 0;  // of its words, those that the title given elsewhere has too
};

/// Whether a class has a name that ends in the word for a headline: "article__title", but not "sub-title".
bool ends_in_headline(std::string_view names) {
  constexpr auto kOther = std::to_array<std::string_view>(
      {"sub", "super", "over", "pre", "kicker", "section", "site", "category", "secondary", "short"});
  const std::string lowered = ascii::lowered(names);
  for (std::string_view rest = lowered; !rest.empty();) {
    std::string_view name = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(name.size() + 1, rest.size()));
    const std::size_t sign = name.find_last_of("-_");
    const std::string_view last = sign == std::string_view::npos ? name : name.substr(sign + 1);
    if ((last == "headline" || last == "title") && std::ranges::none_of(kOther, [&](std::string_view other) {
          return name.find(other) != std::string_view::npos;
        })) {
      return true;
    }
  }
  return false;
}

bool names_headline(const Dom& dom, NodeIndex i) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"headline", "entry-title", "post-title", "page-title", "article-title"});
  const auto is_one = [&](std::string_view name) { return std::ranges::find(kNames, name) != kNames.end(); };
  return is_one(dom.attribute(i, "itemprop")) || is_one(dom.attribute(i, "class")) || is_one(dom.attribute(i, "id"));
}

/// What looks like a headline may be called a kicker, too: "headline typo-topline".
bool names_kicker(std::string_view names) {
  constexpr auto kKickers =
      std::to_array<std::string_view>({"kicker", "topline", "overline", "dachzeile", "spitzmarke", "eyebrow"});
  const std::string lowered = ascii::lowered(names);
  return std::ranges::any_of(kKickers, [&](std::string_view word) { return lowered.find(word) != lowered.npos; });
}

/// The part of a heading that calls itself the headline, where a kicker stands beside it; empty where there is none.
std::string named_part(const Dom& dom, NodeIndex heading) {
  for (NodeIndex i = heading + 1; i < dom[heading].end; ++i) {
    const std::string_view names = dom.attribute(i, "class");
    if (dom[i].tag != Tag::Text && ends_in_headline(names) && !names_kicker(names)) {
      std::string part = line_of(dom, i);
      return words_of(part).size() > 1 ? part : std::string();
    }
  }
  return {};
}

/// Whether an element is no more than a sign between a kicker and the headline: readers may not see it, where the
/// kicker has a line of its own.
bool parts_kicker(const Dom& dom, NodeIndex element) {
  constexpr auto kSigns = std::to_array<std::string_view>({"-", "–", "—", "|", ":", "/", "·", "•"});
  return std::ranges::find(kSigns, line_of(dom, element)) != kSigns.end();
}

/// The headline in a heading that may have a kicker or a date, too.
std::string headline_in(const Dom& dom, NodeIndex heading) {
  if (std::string part = named_part(dom, heading); !part.empty()) {
    return part;
  }
  Layout layout;
  std::string_view last;
  for (NodeIndex i = heading + 1; i < dom[heading].end;) {
    const Tag tag = dom[i].tag;
    const Label label = label_of(dom, i);
    const bool leads = last.empty() && tag != Tag::Text;  // behind a kicker that went
    if ((label == Label::Hidden || leads) && parts_kicker(dom, i)) {
      layout = Layout();
      i = dom[i].end;
      continue;
    }
    if (tag == Tag::Small || tag == Tag::Time || label == Label::Furniture || label == Label::Hidden) {
      layout.end_word();
      i = dom[i].end;
      continue;
    }
    if (is_reading(tag)) {
      i = dom[i].end;
      continue;
    }
    if (tag == Tag::Text) {
      if (are_parted(last, dom.characters(i))) {
        layout.end_word();
      }
      layout.add(dom.characters(i));
      const bool blank = ascii::trimmed(dom.characters(i)).empty();
      last = blank && last.empty() ? last : dom.characters(i);
    } else if (role_of(tag) != Role::Inline || tag == Tag::Br) {
      layout.end_word();
    }
    ++i;
  }
  const std::string text = std::move(layout).text();
  const std::size_t begin = text.find_first_not_of(": ");  // what followed the kicker
  return begin == std::string::npos ? line_of(dom, heading) : text.substr(begin);
}

/// The name of a site leads to its home page.
bool leads_home(const Dom& dom, NodeIndex heading) {
  for (NodeIndex i = heading; i != kNoNode && i + 12 > heading; i = dom[i].parent) {
    if (dom[i].tag == Tag::A) {
      return is_home_link(dom.attribute(i, "href"));
    }
  }
  for (NodeIndex i = heading + 1; i < dom[heading].end; ++i) {
    if (dom[i].tag == Tag::A && is_home_link(dom.attribute(i, "href"))) {
      return true;
    }
  }
  return false;
}

std::vector<Heading> headings(const Dom& dom, const std::set<std::string>& known) {
  constexpr std::size_t kMost = 300;
  constexpr std::size_t kTelling = 3;  // words of what may be the title of anything
  std::vector<Heading> found;
  for (NodeIndex i = 0; i < dom.size() && found.size() < kMost; ++i) {
    const Tag tag = dom[i].tag;
    const bool is_heading = tag >= Tag::H1 && tag <= Tag::H4;
    const bool is_title = !is_heading && dom.attribute(i, "class") == "title";
    if (tag == Tag::Text || tag == Tag::Meta || (!is_heading && !is_title && !names_headline(dom, i))) {
      continue;
    }
    if (leads_home(dom, i)) {
      continue;
    }
    Heading heading{headline_in(dom, i), tag == Tag::H1};
    const std::set<std::string> words = words_of(heading.text);
    heading.words = words.size();
    heading.shared = static_cast<std::size_t>(
        std::ranges::count_if(words, [&](const std::string& word) { return known.contains(word); }));
    if (heading.words > 0 && (!is_title || heading.shared >= kTelling)) {
      found.push_back(std::move(heading));
    }
  }
  return found;
}

/// The heading that shares most words with what the page says elsewhere, if they are most of its own. A main heading
/// yields only to one that shares many more.
const Heading* best_of(const std::vector<Heading>& headings) {
  const Heading* main = nullptr;
  const Heading* other = nullptr;
  for (const Heading& heading : headings) {
    const Heading*& best = heading.is_main ? main : other;
    const bool agrees = heading.shared > 0 && heading.shared * 5 >= heading.words * (heading.is_main ? 2U : 3U);
    if (agrees && (best == nullptr || heading.shared > best->shared)) {
      best = &heading;
    }
  }
  constexpr std::size_t kFew = 3;
  const bool yields = main == nullptr || (other != nullptr && main->shared < kFew && other->shared > main->shared * 2);
  return yields ? other : main;
}

/// The main heading that a title given elsewhere repeats word for word, where `best` is not one: logos and boxes are
/// main headings, too.
const Heading* word_for_word(const std::vector<Heading>& headings, const Heading* best,
                             std::initializer_list<std::string_view> titles) {
  constexpr std::size_t kTelling = 20;
  const auto is_repeated = [&](const Heading& heading) {
    const std::string text = bare(heading.text);
    return text.size() >= kTelling &&
           std::ranges::any_of(titles, [&](std::string_view title) { return bare(title) == text; });
  };
  if (best != nullptr && is_repeated(*best)) {
    return best;
  }
  const auto main =
      std::ranges::find_if(headings, [&](const Heading& heading) { return heading.is_main && is_repeated(heading); });
  return main == headings.end() ? best : &*main;
}

/// A heading that ends with the title given elsewhere has a kicker before it.
std::string without_kicker(const std::string& heading, std::string_view known) {
  const std::string wanted = bare(known);
  constexpr std::size_t kHeadline = 20;
  std::size_t begin = heading.size();
  std::size_t length = 0;
  while (begin > 0 && length < wanted.size()) {
    --begin;
    length += ascii::is_word_byte(heading[begin]) ? 1U : 0U;
  }
  const bool ends = wanted.size() >= kHeadline && bare(std::string_view(heading).substr(begin)) == wanted;
  const bool whole = begin == 0 || !ascii::is_word_byte(heading[begin - 1]);
  const bool follows = !bare(std::string_view(heading).substr(0, begin)).empty();
  return ends && whole && follows ? heading.substr(begin) : heading;
}

std::string plain_blanks(std::string text) {
  constexpr std::string_view kNoBreak = "\u00A0";
  for (std::size_t at = text.find(kNoBreak); at != std::string::npos; at = text.find(kNoBreak, at)) {
    text.replace(at, kNoBreak.size(), " ");
  }
  return text;
}

std::string title_element(const Dom& dom) {
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    if (dom[i].tag == Tag::Title) {
      return plain_blanks(line_of(dom, i));
    }
  }
  return {};
}

/// Headings that lead home name the site.
void add_names_in_headings(const Dom& dom, Site& site) {
  constexpr std::size_t kLongest = 60;
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    if (dom[i].tag >= Tag::H1 && dom[i].tag <= Tag::H4 && leads_home(dom, i)) {
      const std::string name = bare(line_of(dom, i));
      if (!name.empty() && name.size() <= kLongest) {
        site.names.push_back(name);
      }
    }
  }
}

/// "23.01.2022 - Flood in the valley" -> "Flood in the valley".
std::string_view without_date(std::string_view title) {
  constexpr std::size_t kLongest = 24;
  constexpr auto kSeparators = std::to_array<std::string_view>({" - ", " – ", " — ", " | ", ": "});
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.find(separator);
    if (at <= kLongest && ascii::is_digit(title[0])) {
      const auto date = dates::parse_date(title.substr(0, at));
      return date && date->precision == dates::Precision::Day ? title.substr(at + separator.size()) : title;
    }
  }
  return title;
}

/// Whether a heading that is a link, as a post of a blog has it, stands over more than the teaser of another article.
bool heads_article(const Dom& dom, const std::vector<Block>& blocks, std::vector<Block>::const_iterator heading) {
  constexpr std::uint32_t kTeaser = 300;
  const Tag tag = dom[heading->container].tag;
  std::uint32_t prose = 0;
  for (auto block = heading + 1; block != blocks.end() && dom[block->container].tag != tag; ++block) {
    prose += prose_of(dom, *block);
  }
  return prose > kTeaser && !leads_home(dom, heading->container);
}

/// Whether the title of a page says that this is another form of it rather than what it is about.
bool says_how_shown(std::string_view title) {
  constexpr auto kForms =
      std::to_array<std::string_view>({"print version", "printable version", "printer friendly", "printer-friendly",
                                       "druckversion", "druckansicht", "version imprimable", "versión imprimible",
                                       "versione stampabile", "versão para impressão", "версия для печати"});
  const std::string lowered = lower_case(title);
  return std::ranges::any_of(kForms, [&](std::string_view form) { return lowered.find(form) != std::string::npos; });
}

/// The last heading before the first sentences of the article; where there is none, the last short line in bold or
/// italics.
std::string heading_of_text(const Dom& dom) {
  constexpr std::uint32_t kShortLine = 60;
  const ArticleSearch search(dom);
  const std::vector<Block>& blocks = search.blocks();
  const NodeIndex main = search.find();
  const auto prose = std::ranges::find_if(
      blocks, [&](const Block& block) { return dom.contains(main, block.first) && prose_of(dom, block) > 0; });
  std::string heading;
  std::string bold;
  for (auto block = blocks.begin(); block != prose; ++block) {
    const Tag tag = dom[block->container].tag;
    const bool linked = block->link_length * 2 >= block->length;
    if (tag >= Tag::H1 && tag <= Tag::H3 && (!linked || heads_article(dom, blocks, block))) {
      heading = text_of(dom, *block);
    } else if (block->length <= kShortLine && block->link_length == 0 && is_emphasised(dom, *block)) {
      bold = text_of(dom, *block);
    }
  }
  return heading.empty() ? bold : heading;
}

}  // namespace

std::string title_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked, std::string_view host) {
  const std::string_view open_graph = tags.first({"og:title", "twitter:title"});
  const std::string element = title_element(dom);
  const Site site = site_of_page(tags, linked, host);
  Site named = site;
  add_names_in_headings(dom, named);
  std::set<std::string> known = words_of(element);
  known.merge(words_of(open_graph));
  known.merge(words_of(linked.headline));
  const std::vector<Heading> all = headings(dom, known);
  const Heading* const best =
      word_for_word(all, best_of(all), {without_site(element, site), open_graph, linked.headline});
  if (best != nullptr && !says_only_site(best->text, named)) {
    const std::string said = linked.headline.empty() ? without_site(open_graph, site) : linked.headline;
    return std::string(without_date(without_kicker(best->text, said)));
  }
  const auto is_main = [&](const Heading& heading) { return heading.is_main && !says_only_site(heading.text, named); };
  if (std::ranges::count_if(all, is_main) == 1) {
    return std::string(without_date(std::ranges::find_if(all, is_main)->text));
  }
  if (!linked.headline.empty() && !says_only_site(linked.headline, named)) {
    return site.names.empty() ? linked.headline : without_site(linked.headline, site);
  }
  const std::string_view said = open_graph.empty() ? std::string_view(element) : open_graph;
  std::string title = without_site(said, site);
  const bool is_vague = says_how_shown(said) || says_only_site(said, named) || says_only_site(title, named) ||
                        (open_graph.empty() && title.find(' ') == std::string::npos);
  std::string heading = is_vague ? heading_of_text(dom) : std::string();
  return heading.empty() ? title : heading;
}

}  // namespace nutgraf::read::html
