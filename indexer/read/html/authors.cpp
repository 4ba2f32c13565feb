// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/authors.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/byline.h"
#include "indexer/read/html/label.h"
#include "indexer/read/html/site_name.h"
#include "indexer/read/utf8.h"

namespace nutgraf::read::html {
namespace {

constexpr std::size_t kLongestByline = 160;

bool has_word(std::string_view names, std::string_view word) {
  const std::string lowered = ascii::lowered(names);
  for (std::size_t at = lowered.find(word); at != std::string::npos; at = lowered.find(word, at + 1)) {
    const bool begins = at == 0 || !ascii::is_letter(lowered[at - 1]);
    const bool ends = at + word.size() == lowered.size() || !ascii::is_letter(lowered[at + word.size()]);
    if (begins && ends) {
      return true;
    }
  }
  return false;
}

/// Where pages write the names of authors, from the surest sign to the weakest.
enum class AuthorSign : std::uint8_t { Property, Link, Class, Address };

template <std::size_t N>
bool holds_one(std::string_view text, const std::array<std::string_view, N>& parts) {
  const std::string lowered = ascii::lowered(text);
  return std::ranges::any_of(parts, [&](std::string_view part) { return lowered.find(part) != std::string::npos; });
}

/// A class or id that means an author: "post-author-name", "byline".
bool names_author(std::string_view name) {
  constexpr auto kParts = std::to_array<std::string_view>({"author", "byline", "autor", "auteur", "wrote", "writer"});
  return !name.empty() && holds_one(name, kParts) && ascii::lowered(name).find("authori") == std::string::npos;
}

/// A link to an author's page.
bool leads_to_author(std::string_view reference) {
  constexpr auto kParts = std::to_array<std::string_view>(
      {"/author/", "/authors/", "/autor/", "/autoren/", "/auteur/", "/redaktion/", "/redakteur", "/reporter",
       "/contributor", "/journalist", "/staff", "/profile/", "/people/", "/user/", "/user-", "/members/", "?author="});
  return holds_one(reference, kParts);
}

bool has_author_sign(const Dom& dom, NodeIndex i, AuthorSign sign) {
  switch (sign) {
    case AuthorSign::Property:
      return dom.attribute(i, "itemprop") == "author";
    case AuthorSign::Link:
      return dom[i].tag == Tag::A && has_word(dom.attribute(i, "rel"), "author");
    case AuthorSign::Class:
      return names_author(dom.attribute(i, "class")) || names_author(dom.attribute(i, "id"));
    case AuthorSign::Address:
      return dom[i].tag == Tag::A && leads_to_author(dom.attribute(i, "href"));
  }
  return false;
}

/// Forms and comments have authors of their own, or ask for one.
bool is_elsewhere(const Dom& dom, NodeIndex node) {
  constexpr auto kElsewhere =
      std::to_array<Tag>({Tag::Form, Tag::Label, Tag::Input, Tag::Textarea, Tag::Button, Tag::Nav});
  for (; node != kNoNode; node = dom[node].parent) {
    if (std::ranges::find(kElsewhere, dom[node].tag) != kElsewhere.end() || label_of(dom, node) == Label::Comments) {
      return true;
    }
  }
  return false;
}

/// The name inside an element marked as an author's, or all it says.
std::string marked_text(const Dom& dom, NodeIndex node) {
  for (NodeIndex i = node + 1; i < dom[node].end; ++i) {
    if (dom.attribute(i, "itemprop") == "name") {
      const std::string_view content = dom.attribute(i, "content");
      return content.empty() ? line_of(dom, i) : std::string(content);
    }
  }
  const std::string_view content = dom.attribute(node, "content");
  return content.empty() ? line_of(dom, node) : std::string(content);
}

bool holds_author_sign(const Dom& dom, NodeIndex node, AuthorSign sign) {
  for (NodeIndex i = node + 1; i < dom[node].end; ++i) {
    if (dom[i].tag != Tag::Text && has_author_sign(dom, i, sign) && !line_of(dom, i).empty()) {
      return true;
    }
  }
  return false;
}

/// Links to the pages of authors are everywhere; those of the article stand between its heading and its end.
struct Range {
  NodeIndex begin = 0;
  NodeIndex end = 0;
};

Range range_of(const Dom& dom, AuthorSign sign, NodeIndex main) {
  if (sign != AuthorSign::Address) {
    return {0, dom.size()};
  }
  NodeIndex heading = 0;
  while (heading < main && dom[heading].tag != Tag::H1) {
    ++heading;
  }
  return {heading, dom[main].end};
}

std::vector<std::string> marked_authors(const Dom& dom, AuthorSign sign, NodeIndex main) {
  constexpr int kMostSigns = 200;
  int seen = 0;
  std::vector<std::string> names;
  const Range range = range_of(dom, sign, main);
  for (NodeIndex i = range.begin; i < range.end && seen < kMostSigns; ++i) {
    if (dom[i].tag == Tag::Text || !has_author_sign(dom, i, sign) || is_elsewhere(dom, i)) {
      continue;
    }
    ++seen;
    if (sign == AuthorSign::Class && holds_author_sign(dom, i, sign)) {
      continue;  // the innermost says it best
    }
    const std::string text = marked_text(dom, i);
    if (text.size() <= kLongestByline) {
      std::vector<std::string> found = names_in_byline(text);
      if (sign >= AuthorSign::Class && !found.empty()) {
        return found;
      }
      add_new(names, found);
    }
    i = dom[i].end - 1;
  }
  constexpr std::size_t kMost = 8;  // more are the authors of a list of articles
  return names.size() > kMost ? std::vector<std::string>() : names;
}

/// Of a short line near the beginning.
std::vector<std::string> authors_in_lines(const Dom& dom) {
  constexpr std::uint32_t kShort = 120;
  constexpr int kMost = 400;
  int seen = 0;
  for (const Block& block : blocks_of(dom)) {
    if (++seen > kMost) {
      break;
    }
    const Tag tag = dom[block.container].tag;
    const bool heading = tag >= Tag::H1 && tag <= Tag::H3;
    if (block.length > kShort || heading || is_elsewhere(dom, block.container)) {
      continue;
    }
    const std::string text = text_of(dom, block);
    for (std::string_view rest = text; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      if (std::vector<std::string> names = names_in_line(line); !names.empty()) {
        return names;
      }
    }
  }
  return {};
}

/// What a page says of its authors outside of its text.
class Claims {
 public:
  Claims(const MetaTags& tags, const LinkedArticle& linked, std::string_view host)
      : tags_(tags), linked_(linked), site_({bare(tags.first({"og:site_name"})), bare(linked.publisher), bare(host)}) {}

  [[nodiscard]] std::vector<std::string> in_linked_data() const {
    std::vector<std::string> names;
    for (const std::string& author : linked_.authors) {
      add_new(names, names_in(author));
    }
    return names;
  }

  /// The authors in the first meta tag that names any.
  [[nodiscard]] std::vector<std::string> in_meta_tags() const {
    for (const std::string_view name :
         {"author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "byl", "parsely-author",
          "sailthru.author", "article:author_name", "dcsext.author", "cxenseparse:author", "twitter:creator"}) {
      std::vector<std::string> names;
      for (const std::string_view content : tags_.all(name)) {
        add_new(names, names_in(content));
      }
      if (!names.empty()) {
        return names;
      }
    }
    return {};
  }

  [[nodiscard]] bool are_the_site(const std::vector<std::string>& names) const {
    return std::ranges::all_of(names, [&](const std::string& name) { return is_site(name); });
  }

 private:
  /// Whether an author is the publisher.
  [[nodiscard]] bool is_site(std::string_view name) const {
    const bool domain = name.find(' ') == std::string_view::npos && name.find('.') != std::string_view::npos;
    return domain || std::ranges::find(site_, bare(name)) != site_.end();
  }

  [[nodiscard]] std::vector<std::string> names_in(std::string_view content) const {
    if (content.find("://") != std::string_view::npos) {
      return {};
    }
    if (is_site(content)) {
      return {std::string(content)};
    }
    std::vector<std::string> names = names_in_data(content);
    if (names.size() > 1 && !are_the_site(names)) {
      std::erase_if(names, [&](const std::string& name) { return is_site(name); });
    }
    return names;
  }

  const MetaTags& tags_;
  const LinkedArticle& linked_;
  std::array<std::string, 3> site_;
};

}  // namespace

std::vector<std::string> authors_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked,
                                    const AuthorClues& clues) {
  const Claims claims(tags, linked, clues.host);
  std::vector<std::string> in_data = claims.in_linked_data();
  if (!claims.are_the_site(in_data)) {
    return in_data;
  }
  for (const AuthorSign sign : {AuthorSign::Property, AuthorSign::Link, AuthorSign::Class}) {
    if (std::vector<std::string> names = marked_authors(dom, sign, clues.main); !names.empty()) {
      return names;
    }
  }
  std::vector<std::string> in_tags = claims.in_meta_tags();
  if (!claims.are_the_site(in_tags)) {
    return in_tags;
  }
  std::vector<std::string> names = marked_authors(dom, AuthorSign::Address, clues.main);
  names = names.empty() ? authors_in_lines(dom) : names;
  names = names.empty() ? in_data : names;
  return names.empty() ? in_tags : names;
}

}  // namespace nutgraf::read::html
