// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/authors.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/html/author_lines.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/byline.h"
#include "indexer/read/html/label.h"
#include "indexer/read/html/other_article.h"
#include "indexer/read/html/set_apart.h"
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
enum class AuthorSign : std::uint8_t {
  Property,
  Link,
  Class,
  Licence,  // of Creative Commons, which says whom to attribute the work to
  Address,
};

template <std::size_t N>
bool holds_one(std::string_view text, const std::array<std::string_view, N>& parts) {
  const std::string lowered = ascii::lowered(text);
  return std::ranges::any_of(parts, [&](std::string_view part) { return lowered.find(part) != std::string::npos; });
}

/// A class or id that means an author: "post-author-name", "byline", but not what readers may press.
bool names_author(std::string_view name) {
  constexpr auto kParts = std::to_array<std::string_view>({"author", "byline", "autor", "auteur", "wrote", "writer"});
  constexpr auto kOther = std::to_array<std::string_view>({"authori", "follow", "btn", "button"});
  return !name.empty() && holds_one(name, kParts) && !holds_one(name, kOther);
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
    case AuthorSign::Licence:
      return has_word(dom.attribute(i, "rel"), "cc:attributionurl") ||
             dom.attribute(i, "property") == "cc:attributionName";
    case AuthorSign::Address:
      return dom[i].tag == Tag::A && leads_to_author(dom.attribute(i, "href"));
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
  return content.empty() ? parted_line(dom, {node, dom[node].end}) : std::string(content);
}

/// The full names that stand on lines of their own, where the first line of several is one.
std::vector<std::string> names_on_lines(std::string_view lines) {
  std::vector<std::string> names;
  for (std::string_view rest = lines; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.size() == lines.size() || !is_full_name(line)) {
      break;
    }
    add_new(names, {std::string(line)});
  }
  return names;
}

/// Of several lines, the one that says that it names authors is asked alone.
std::vector<std::string> marked_names(const Dom& dom, NodeIndex node) {
  const std::string text = marked_text(dom, node);
  if (text.size() > kLongestByline) {
    return {};
  }
  if (std::vector<std::string> names = names_set_apart(dom, node); !names.empty()) {
    return names;
  }
  const std::string lines = lines_of(dom, node);
  if (lines.find('\n') != std::string::npos) {
    for (std::string_view rest = lines; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      if (std::vector<std::string> names = names_in_line(line); !names.empty()) {
        return names;
      }
    }
  }
  std::vector<std::string> names = names_on_lines(lines);
  return names.empty() ? names_in_byline(text) : names;
}

bool holds_author_sign(const Dom& dom, NodeIndex node, AuthorSign sign) {
  for (NodeIndex i = node + 1; i < dom[node].end; ++i) {
    if (dom[i].tag != Tag::Text && has_author_sign(dom, i, sign) && !line_of(dom, i).empty()) {
      return true;
    }
  }
  return false;
}

/// Links to the pages of authors are everywhere; those of the article stand between its heading, the last one before
/// the text or one inside of it, and its end.
struct Range {
  NodeIndex begin = 0;
  NodeIndex end = 0;
};

/// Whether a link stands in a sentence: who is told of may have a page like those of authors.
bool is_in_sentence(const Dom& dom, NodeIndex link) {
  NodeIndex around = dom[link].parent;
  while (around != kNoNode && role_of(dom[around].tag) == Role::Inline) {
    around = dom[around].parent;
  }
  return around != kNoNode && dom[around].tag == Tag::P && line_of(dom, around).size() > kLongestByline;
}

Range range_of(const Dom& dom, AuthorSign sign, NodeIndex main) {
  if (sign != AuthorSign::Address) {
    return {0, dom.size()};
  }
  NodeIndex begin = main;
  for (NodeIndex i = 0; i < dom[main].end; ++i) {
    begin = dom[i].tag == Tag::H1 ? std::min(i, main) : begin;
  }
  return {begin, dom[main].end};
}

/// A picture in the article has an author of its own, or the page of one with a free licence.
bool is_of_picture(const Dom& dom, NodeIndex node) {
  for (NodeIndex i = node; i < dom[node].end; ++i) {
    if (dom[i].tag != Tag::Text && ascii::lowered(dom.attribute(i, "class")).find("licen") != std::string::npos) {
      return true;
    }
  }
  for (; node != kNoNode; node = dom[node].parent) {
    if (dom[node].tag == Tag::Figure || dom[node].tag == Tag::Figcaption) {
      return true;
    }
  }
  return false;
}

/// Whether a name belongs to a quotation: "author-quote", or "author" inside of a "pullquote". The format "quote" of a
/// whole post says nothing.
bool is_of_quotation(const Dom& dom, NodeIndex node) {
  constexpr auto kWords = std::to_array<std::string_view>({"quote", "quotation", "zitat", "testimonial"});
  constexpr int kAround = 4;  // elements; further ones are of the page
  for (int i = 0; i < kAround && node != kNoNode && dom[node].tag != Tag::Body; ++i, node = dom[node].parent) {
    const std::string_view name = dom.attribute(node, "class");
    const bool of_post = ascii::lowered(name).find("format-quote") != std::string::npos;
    if (dom[node].tag == Tag::Blockquote || dom[node].tag == Tag::Q || (!of_post && holds_one(name, kWords))) {
      return true;
    }
  }
  return false;
}

/// Whether readers do not see an element. What microdata say may be hidden.
bool is_out_of_sight(const Dom& dom, AuthorSign sign, NodeIndex node) {
  while (sign >= AuthorSign::Class && node != kNoNode && !is_hidden(dom, node)) {
    node = dom[node].parent;
  }
  return sign >= AuthorSign::Class && node != kNoNode;
}

/// Which of the elements of a sign that stand in each other are asked.
enum class Depth : std::uint8_t { Innermost, Any };

/// Whether an element says who made something other than the article.
bool is_of_another_work(const Dom& dom, AuthorSign sign, NodeIndex node, const AuthorClues& clues) {
  switch (sign) {
    case AuthorSign::Property:
      return is_of_picture(dom, node);
    case AuthorSign::Class:
      return is_of_picture(dom, node) || is_of_quotation(dom, node) ||
             is_of_other_article(dom, node, clues.main, clues.title);
    case AuthorSign::Address:
      return is_in_sentence(dom, node);
    case AuthorSign::Link:
    case AuthorSign::Licence:
      break;
  }
  return false;
}

std::vector<std::string> marked_authors(const Dom& dom, AuthorSign sign, Depth depth, const AuthorClues& clues) {
  constexpr int kMostSigns = 200;
  int seen = 0;
  std::vector<std::string> names;
  const Range range = range_of(dom, sign, clues.main);
  for (NodeIndex i = range.begin; i < range.end && seen < kMostSigns; ++i) {
    if (dom[i].tag == Tag::Text || !has_author_sign(dom, i, sign) || is_beside_article(dom, i) ||
        is_out_of_sight(dom, sign, i)) {
      continue;
    }
    ++seen;
    const bool holds_another =
        sign == AuthorSign::Class && depth == Depth::Innermost && holds_author_sign(dom, i, sign);
    if (holds_another || is_of_another_work(dom, sign, i, clues)) {
      continue;
    }
    std::vector<std::string> found = marked_names(dom, i);
    if (sign >= AuthorSign::Class && !found.empty()) {
      return found;
    }
    add_new(names, found);
    i = depth == Depth::Innermost ? dom[i].end - 1 : i;
  }
  constexpr std::size_t kMost = 8;  // more are the authors of a list of articles
  return names.size() > kMost ? std::vector<std::string>() : names;
}

/// The innermost elements say it best, but one of them may be no more than a label: "Author:".
std::vector<std::string> marked_authors(const Dom& dom, AuthorSign sign, const AuthorClues& clues) {
  std::vector<std::string> names = marked_authors(dom, sign, Depth::Innermost, clues);
  return names.empty() && sign == AuthorSign::Class ? marked_authors(dom, sign, Depth::Any, clues) : names;
}

/// What a page says of its authors outside of its text.
class Claims {
 public:
  Claims(const MetaTags& tags, const LinkedArticle& linked, std::string_view host) : tags_(tags), linked_(linked) {
    const std::string_view domain = host.substr(0, host.rfind('.'));
    for (const std::string_view name : {tags.first({"og:site_name"}), std::string_view(linked.publisher), host,
                                        domain.substr(domain.rfind('.') + 1)}) {
      site_.push_back(bare(name));
    }
    std::ranges::transform(linked.organizations, std::back_inserter(site_), bare);
    if (const std::string_view publisher = tags.first({"publisher"}); !is_full_name(publisher)) {
      site_.push_back(bare(publisher));  // a person is, on a page of one's own
    }
  }

  [[nodiscard]] std::vector<std::string> in_linked_data() const {
    std::vector<std::string> names;
    for (const std::string& author : linked_.authors) {
      add_new(names, names_in(author));
    }
    return names;
  }

  /// The authors in the first meta tag that names any.
  [[nodiscard]] std::vector<std::string> in_meta_tags() const {
    for (const std::string_view name : {"author", "article:author", "citation_author", "dc.creator", "dcterms.creator",
                                        "byl", "parsely-author", "sailthru.author", "article:author_name",
                                        "articleauthor", "dcsext.author", "cxenseparse:author", "twitter:creator"}) {
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
  /// Whether an author is the publisher, or an organization: someone in it may be named elsewhere.
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
  std::vector<std::string> site_;
};

bool share_one(const std::vector<std::string>& names, const std::vector<std::string>& others) {
  return std::ranges::any_of(names, [&](const std::string& name) {
    return std::ranges::any_of(others, [&](const std::string& other) { return bare(name) == bare(other); });
  });
}

/// "@janeroe", of a social network: most are those of a site.
bool is_handle(std::string_view name) {
  return name.starts_with('@');
}

/// The name of an account, or initials: whoever it is may be named in full elsewhere.
bool is_alias(std::string_view name) {
  constexpr std::size_t kInitials = 3;
  const bool account = ascii::is_lower(name[0]) && name.find_first_of("-_.0123456789") != std::string_view::npos;
  return name.find(' ') == std::string_view::npos &&
         (account || (name.size() <= kInitials && std::ranges::all_of(name, ascii::is_upper)));
}

/// Keeps the best of what the sources say, which are asked from the surest on until one names someone in full.
class Search {
 public:
  explicit Search(const Claims& claims) : claims_(claims) {}

  [[nodiscard]] bool ends_with(std::vector<std::string> names) {
    if (!names.empty()) {
      std::vector<std::string>& kind = std::ranges::all_of(names, is_handle)  ? handles_
                                       : claims_.are_the_site(names)          ? site_
                                       : std::ranges::all_of(names, is_alias) ? aliases_
                                                                              : full_;
      kind = kind.empty() ? std::move(names) : kind;
    }
    return !full_.empty();
  }
  /// What readers see is to be believed, even if it names the site.
  [[nodiscard]] bool ends_with_shown(std::vector<std::string> names) {
    if (names.empty() || !claims_.are_the_site(names)) {
      return ends_with(std::move(names));
    }
    full_ = std::move(names);
    return true;
  }
  [[nodiscard]] bool has_aliases() const { return !aliases_.empty(); }
  [[nodiscard]] std::vector<std::string> best() && {
    return std::move(!full_.empty() ? full_ : !aliases_.empty() ? aliases_ : !site_.empty() ? site_ : handles_);
  }

 private:
  const Claims& claims_;
  std::vector<std::string> full_;
  std::vector<std::string> aliases_;
  std::vector<std::string> site_;
  std::vector<std::string> handles_;
};

}  // namespace

std::vector<std::string> authors_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked,
                                    const AuthorClues& clues) {
  const Claims claims(tags, linked, clues.host);
  const std::vector<std::string> in_data = claims.in_linked_data();
  if (std::vector<std::string> names = authors_in_opening(dom, clues.blocks, clues.main);
      !names.empty() && !share_one(names, in_data)) {
    return names;
  }
  const auto marked = [&](AuthorSign sign) { return marked_authors(dom, sign, clues); };
  const std::vector<std::string> editors = editors_in_lines(dom, clues.blocks);
  const bool are_editors = std::ranges::all_of(
      in_data, [&](const std::string& name) { return std::ranges::find(editors, name) != editors.end(); });
  Search search(claims);
  const bool settled =
      (!are_editors && search.ends_with(in_data)) || search.ends_with_shown(marked(AuthorSign::Property)) ||
      search.ends_with_shown(marked(AuthorSign::Link)) || search.ends_with_shown(marked(AuthorSign::Class)) ||
      search.ends_with(marked(AuthorSign::Licence)) || search.ends_with(claims.in_meta_tags()) ||
      search.has_aliases() || search.ends_with(marked(AuthorSign::Address)) ||
      search.ends_with(authors_in_lines(dom, clues.blocks, clues.language)) ||
      search.ends_with(authors_in_signature(dom, clues.blocks, clues)) || search.ends_with(in_data);
  static_cast<void>(settled);
  std::vector<std::string> names = std::move(search).best();
  const bool only_site = !names.empty() && claims.are_the_site(names);
  std::vector<std::string> over = only_site ? authors_over_text(dom, clues) : std::vector<std::string>();
  return over.empty() ? names : over;
}

}  // namespace nutgraf::read::html
