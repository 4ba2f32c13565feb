// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/linked_data.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>

#include "core/base/ascii.h"
#include "core/text/lower_case.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/fragment.h"

namespace nutgraf::read::html {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

/// How well an entry stands for the article of a page.
enum class Fit : std::uint8_t { None, Page, Article };

Fit fit_of_type(std::string_view type) {
  if (const std::size_t slash = type.rfind('/'); slash != std::string_view::npos) {
    type.remove_prefix(slash + 1);
  }
  if (type.ends_with("Article") || type.ends_with("Posting") || type == "Report" || type == "Review" ||
      type == "Recipe" || type == "CreativeWork") {
    return Fit::Article;
  }
  return type.ends_with("WebPage") || type.ends_with("ItemPage") ? Fit::Page : Fit::None;
}

std::string_view string_of(element value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

bool is_false(element value) {
  bool truth = true;
  return (value.get(truth) == simdjson::SUCCESS && !truth) || ascii::lowered(string_of(value)) == "false";
}

std::optional<element> member(object entry, std::string_view key) {
  element value;
  return entry.at_key(key).get(value) == simdjson::SUCCESS ? std::optional(value) : std::nullopt;
}

Fit fit_of(object entry) {
  const auto type = member(entry, "@type");
  if (!type) {
    return Fit::None;
  }
  array types;
  if (type->get(types) != simdjson::SUCCESS) {
    return fit_of_type(string_of(*type));
  }
  Fit best = Fit::None;
  for (const element one : types) {
    best = std::max(best, fit_of_type(string_of(one)));
  }
  return best;
}

/// "Tom &amp; Jerry" -> "Tom & Jerry".
std::string plain(std::string_view text) {
  if (text.find_first_of("&<") != std::string_view::npos) {
    return html_to_text(text);
  }
  return std::string(ascii::trimmed(text));
}

/// The keys of an entry that fill a field, best first.
struct TextKey {
  std::string_view key;
  std::string LinkedArticle::*field;
};
constexpr auto kTextKeys = std::to_array<TextKey>({
    {"headline", &LinkedArticle::headline},
    {"name", &LinkedArticle::headline},
    {"articleBody", &LinkedArticle::body},
    {"datePublished", &LinkedArticle::published},
    {"dateCreated", &LinkedArticle::created},
    {"dateModified", &LinkedArticle::modified},
    {"inLanguage", &LinkedArticle::language},
    {"description", &LinkedArticle::description},
    {"url", &LinkedArticle::url},
    {"mainEntityOfPage", &LinkedArticle::url},
    {"publisher", &LinkedArticle::publisher},
});

struct ListKey {
  std::string_view key;
  std::vector<std::string> LinkedArticle::*field;
};
constexpr auto kListKeys = std::to_array<ListKey>({
    {"author", &LinkedArticle::authors},
    {"creator", &LinkedArticle::authors},
    {"keywords", &LinkedArticle::keywords},
    {"articleSection", &LinkedArticle::sections},
});

/// One script of a page.
class LinkedDataReader {
 public:
  LinkedDataReader(LinkedArticle& article, const std::vector<std::string>& shown) : article_(article), shown_(shown) {}

  /// True where an article was taken whose headline the page shows.
  bool read_shown(element root) {
    index(root);
    const auto found = std::ranges::find_if(
        entries_, [&](const auto& entry) { return entry.first == Fit::Article && is_shown(entry.second); });
    if (found != entries_.end()) {
      take(found->second);
    }
    return found != entries_.end();
  }

  void read(element root, std::initializer_list<Fit> fits) {
    index(root);
    for (const Fit wanted : fits) {
      const auto found = std::ranges::find(entries_, wanted, [](const auto& entry) { return entry.first; });
      if (found != entries_.end()) {
        take(found->second);
      }
    }
  }

 private:
  /// Finds the entries that may stand for the page, and those that others refer to.
  void index(element value) {
    array list;
    object entry;
    if (value.get(list) == simdjson::SUCCESS) {
      for (const element one : list) {
        index(one);
      }
    } else if (value.get(entry) == simdjson::SUCCESS) {
      if (const auto id = member(entry, "@id"); id && entry.size() > 1) {
        by_id_.emplace(string_of(*id), entry);
      }
      if (const Fit fit = fit_of(entry); fit != Fit::None) {
        entries_.emplace_back(fit, entry);
      }
      for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"}) {
        if (const auto inner = member(entry, key)) {
          index(*inner);
        }
      }
    }
  }

  bool is_shown(object entry) {
    const auto value = member(entry, "headline");
    const std::vector<std::string> names = value ? names_of(*value) : std::vector<std::string>();
    return !names.empty() && std::ranges::find(shown_, lower_case(names.front())) != shown_.end();
  }

  void take(object entry) {
    for (const TextKey& row : kTextKeys) {
      const auto value = member(entry, row.key);
      if ((article_.*row.field).empty() && value) {
        const std::vector<std::string> names = names_of(*value);
        article_.*row.field = names.empty() ? std::string() : names.front();
      }
    }
    for (const ListKey& row : kListKeys) {
      const auto value = member(entry, row.key);
      if ((article_.*row.field).empty() && value) {
        article_.*row.field = names_of(*value);
        if (row.field == &LinkedArticle::authors) {
          add_organizations(*value);
        }
      }
    }
    if (const auto free = member(entry, "isAccessibleForFree"); free && is_false(*free)) {
      article_.access = Access::Paid;
    }
  }

  /// Texts, or the names of what is described or referred to.
  std::vector<std::string> names_of(element value) {
    std::vector<std::string> names;
    add_names(value, names);
    return names;
  }

  void add_names(element value, std::vector<std::string>& names) {
    array list;
    object entry;
    if (value.get(list) == simdjson::SUCCESS) {
      for (const element one : list) {
        add_names(one, names);
      }
    } else if (value.get(entry) == simdjson::SUCCESS) {
      const std::string name = name_of(entry);
      if (!name.empty()) {
        names.push_back(name);
      }
    } else if (const std::string name = plain(string_of(value)); !name.empty()) {
      names.push_back(name);
    }
  }

  /// Whether an author is the account that a site has from the start.
  static bool is_of_administrator(object entry) {
    return std::ranges::any_of(std::to_array<std::string_view>({"@id", "url"}), [&](std::string_view key) {
      const auto value = member(entry, key);
      std::string_view address = value ? string_of(*value) : std::string_view();
      address = address.substr(0, address.find_last_not_of('/') + 1);
      return address.ends_with("/author/admin");
    });
  }

  void add_organizations(element value) {
    array list;
    object entry;
    if (value.get(list) == simdjson::SUCCESS) {
      for (const element one : list) {
        add_organizations(one);
      }
    } else if (value.get(entry) == simdjson::SUCCESS) {
      const auto type = member(entry, "@type");
      if ((type && string_of(*type).ends_with("Organization")) || is_of_administrator(entry)) {
        article_.organizations.push_back(name_of(entry));
      }
    }
  }

  std::string name_of(object entry) {
    const auto id = member(entry, "@id");
    const auto name = member(entry, "name");
    if (name) {
      const std::vector<std::string> names = names_of(*name);
      return names.empty() ? std::string() : names.front();
    }
    if (!id) {
      return {};
    }
    const auto referred = by_id_.find(string_of(*id));
    const auto its_name = referred == by_id_.end() ? std::nullopt : member(referred->second, "name");
    return its_name ? plain(string_of(*its_name)) : plain(string_of(*id));
  }

  LinkedArticle& article_;
  const std::vector<std::string>& shown_;  // headings of the page, in lower case
  std::vector<std::pair<Fit, object>> entries_;
  std::map<std::string_view, object> by_id_;
};

/// Without what simdjson refuses and browsers' own readers often see: a comma before the end of a list or an object,
/// escapes of an apostrophe, and what follows the end of the whole, such as one bracket too many.
std::string without_slips(std::string_view json) {
  std::string plain;
  bool quoted = false;
  int depth = 0;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (quoted && c == '\\' && i + 1 < json.size()) {
      ++i;
      plain += json[i] == '\'' ? "" : "\\";
      plain += json[i];
      continue;
    }
    quoted = c == '"' ? !quoted : quoted;
    const std::size_t next = !quoted && c == ',' ? json.find_first_not_of(" ,", i) : std::string_view::npos;
    const bool before_end = next != std::string_view::npos && (json[next] == '}' || json[next] == ']');
    plain += before_end ? ' ' : c;
    if (!quoted) {
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    }
    if (depth == 0 && (c == '}' || c == ']')) {
      break;
    }
  }
  return plain;
}

/// Line ends inside strings and what pages wrap around scripts are no JSON.
std::string repaired(std::string_view script) {
  script = ascii::trimmed(script);
  for (const std::string_view wrapping : {"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["}) {
    if (script.starts_with(wrapping)) {
      script = ascii::trimmed(script.substr(wrapping.size()));
    }
  }
  for (const std::string_view wrapping : {"-->", "//]]>", "/*]]>*/", "]]>", ";"}) {
    if (script.ends_with(wrapping)) {
      script = ascii::trimmed(script.substr(0, script.size() - wrapping.size()));
    }
  }
  std::string text(script);
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return without_slips(text);
}

std::vector<std::string> scripts_of(const Dom& dom) {
  std::vector<std::string> scripts;
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    if (dom[i].tag == Tag::Script && ascii::lowered(dom.attribute(i, "type")).find("ld+json") != std::string::npos &&
        dom[i].end != i + 1) {
      scripts.push_back(repaired(dom.characters(i + 1)));
    }
  }
  return scripts;
}

std::vector<std::string> shown_headings(const Dom& dom) {
  std::vector<std::string> shown;
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    if (dom[i].tag == Tag::H1) {
      shown.push_back(lower_case(line_of(dom, i)));
    }
  }
  return shown;
}

}  // namespace

LinkedArticle read_linked_data(const Dom& dom) {
  LinkedArticle article;
  const std::vector<std::string> scripts = scripts_of(dom);
  const std::vector<std::string> shown = shown_headings(dom);
  simdjson::dom::parser parser;
  element root;
  const bool found = std::ranges::any_of(scripts, [&](const std::string& script) {
    return parser.parse(script).get(root) == simdjson::SUCCESS && LinkedDataReader(article, shown).read_shown(root);
  });
  for (const std::string& script : scripts) {
    if (parser.parse(script).get(root) != simdjson::SUCCESS) {
      continue;
    }
    if (found) {
      LinkedDataReader(article, shown).read(root, {Fit::Page});
    } else {
      LinkedDataReader(article, shown).read(root, {Fit::Article, Fit::Page});
    }
  }
  return article;
}

}  // namespace nutgraf::read::html
