// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/html/fragment.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/people.h"
#include "indexer/read/sgml/tags.h"
#include "indexer/read/xml/address.h"
#include "indexer/read/xml/markup_text.h"
#include "indexer/read/xml/vocabulary.h"

/// RSS and Atom.
namespace nutgraf::read::xml {
namespace {

constexpr std::string_view kDublinCore = "purl.org/dc/";
constexpr std::string_view kYandex = "news.yandex.ru";
constexpr std::string_view kWordPressExport = "wordpress.org/export/";
constexpr std::string_view kMedia = "search.yahoo.com/mrss";
constexpr std::string_view kPodcast = "itunes.com/dtds/podcast";
constexpr std::string_view kContent = "purl.org/rss/1.0/modules/content";

/// A field of RSS: nothing tells whether it is HTML, or HTML that was escaped twice, or text.
std::string text_of_rss(const Element* field) {
  if (field == nullptr) {
    return {};
  }
  const bool holds_elements =
      std::ranges::any_of(field->content, [](const Node& one) { return one.element != nullptr; });
  const std::string text = text_of(field);
  return holds_elements ? markup_text(field)
                        : text_of_field(html::holds_html(text) ? text : sgml::without_references(text));
}

/// WordPress escapes names once more: <![CDATA[Arts &amp; Culture]]>.
std::string name_in(const Element* field) {
  return lines::flattened(sgml::without_references(line_of(field)));
}

/// What is left of a feed's item once its fields are taken: elements that hold nothing but text.
void add_rest(const Element& item, std::span<const std::string_view> taken, ArticleRecord& record) {
  for (const Node& node : item.content) {
    if (node.element == nullptr) {
      continue;
    }
    const Element& element = *node.element;
    const std::string name = qualified(element.name);
    const bool leaf = std::ranges::all_of(element.content, [](const Node& one) { return one.element == nullptr; });
    if (leaf && std::ranges::find(taken, std::string_view(name)) == taken.end()) {
      add_line(record, name, &element);
    }
  }
}

/// "jane@example.com (Jane Roe)" is Jane Roe.
void add_authors(ArticleRecord& record, std::string_view text) {
  const std::size_t open = text.find('(');
  if (text.find('@') < open && open != std::string_view::npos && text.ends_with(')')) {
    text = text.substr(open + 1, text.size() - open - 2);
  }
  for (std::string& author : split_authors(text)) {
    if (author.find('@') == std::string::npos && std::ranges::find(record.authors, author) == record.authors.end()) {
      record.authors.push_back(std::move(author));
    }
  }
}

/// What a picture, video or recording is said to show; the text of an item that has no other.
std::string media_text(const Element& item) {
  const Element* const group = child_in(&item, kMedia, "group");
  const Element* const described = child_in(group != nullptr ? group : &item, kMedia, "description");
  return text_of_rss(described != nullptr ? described : child_in(&item, kPodcast, "summary"));
}

// --- RSS

bool has_rss_root(std::string_view local) {
  return local == "rss" || local == "RDF";
}

bool is_item(Path path) {
  return path.size() > 1 && path.back().local == "item" && has_rss_root(path.front().local);
}

/// Without the codes that WordPress replaces when it shows a text: [gallery ids="1,2"]. What is between a pair stays.
std::string without_codes(std::string html) {
  constexpr auto kCodes =
      std::to_array<std::string_view>({"caption", "gallery", "audio", "video", "embed", "playlist"});
  for (std::size_t open = html.find('['); open != std::string::npos; open = html.find('[', open)) {
    const std::size_t close = std::min(html.find(']', open), html.size() - 1);
    std::string_view code = std::string_view(html).substr(open + 1, close - open - 1);
    code.remove_prefix(code.starts_with('/') ? 1 : 0);
    const std::string_view name = code.substr(0, code.find_first_of(" \n"));
    if (html[close] == ']' && std::ranges::find(kCodes, name) != kCodes.end()) {
      html.erase(open, close - open + 1);
    } else {
      ++open;
    }
  }
  return html;
}

/// The text of an article that WordPress exported or a site offers. An export has texts of the classic editor as they
/// were typed, line ends for paragraphs, which WordPress marks up only when it shows them; those of the block editor
/// say so in comments.
std::string encoded_text(const Element& item, const Element& encoded) {
  const bool exported = child_in(&item, kWordPressExport, "post_type") != nullptr;
  const std::string html = exported ? without_codes(text_of(&encoded)) : text_of(&encoded);
  const bool typed = exported && html.find("<!-- wp:") == std::string::npos;
  return typed ? html::html_lines_to_text(html) : html::field_to_text(html);
}

std::string rss_text(const Element& item, ArticleRecord& record) {
  std::string summary = text_of_rss(child(&item, "description"));
  const Element* const encoded = child_in(&item, kContent, "encoded");
  std::string text =
      encoded != nullptr ? encoded_text(item, *encoded) : text_of_rss(child_in(&item, kYandex, "full-text"));
  if (text.empty()) {
    return summary.empty() ? media_text(item) : summary;
  }
  if (summary != text) {
    add_metadata(record, "description", summary);
  }
  return text;
}

void set_rss_date(FoundArticle& found, const Element& item) {
  const std::string published = line_of(child(&item, "pubDate"));
  std::string other = line_of(child_in(&item, kDublinCore, "date"));
  other = other.empty() ? line_of(child_in(&item, kWordPressExport, "post_date")) : other;  // all that a draft has
  const std::string& language = found.article.record.language;
  const auto date = dates::parse_date(published, language);
  const auto other_date = date ? std::nullopt : dates::parse_date(other, language);
  const bool takes_other = !date && (other_date || published.empty());
  set_date(found, takes_other ? other : published, takes_other ? other_date : date);
}

/// Whether an item of WordPress' export is something else than a text: a picture, a menu, an earlier state of a post.
bool is_no_post(const Element& item) {
  constexpr auto kOthers = std::to_array<std::string_view>(
      {"attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "wp_block",
       "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face"});
  const std::string type = line_of(child_in(&item, kWordPressExport, "post_type"));
  return std::ranges::find(kOthers, type) != kOthers.end();
}

/// An export of WordPress names authors by their accounts; of the first it says here what the blog shows.
void show_author(ArticleRecord& record, const Outer& outer) {
  const std::string account = outer("rss/channel/author/author_login");
  const std::string shown = lines::flattened(outer("rss/channel/author/author_display_name"));
  if (!account.empty() && !shown.empty()) {
    std::ranges::replace(record.authors, account, shown);
  }
}

std::optional<FoundArticle> read_item(const Element& item, const Outer& outer) {
  if (is_no_post(item)) {
    return std::nullopt;
  }
  FoundArticle found;
  ArticleRecord& record = found.article.record;
  record.title = lines::flattened(text_of_rss(child(&item, "title")));
  record.url = line_of(child(&item, "link"));
  const Element* const guid = child(&item, "guid");
  record.id = guid != nullptr ? line_of(guid) : std::string(attribute(item, "about"));
  record.id = record.id.empty() ? record.url : record.id;
  if (record.url.empty() && guid != nullptr && record.id.starts_with("http") &&
      attribute(*guid, "isPermaLink") != "false") {
    record.url = record.id;
  }
  const std::string language = line_of(child_in(&item, kDublinCore, "language"));
  record.language = language_code(language.empty() ? outer("rss/channel/language") : language);
  record.source = name_in(child(&item, "source"));
  if (record.source.empty()) {
    record.source = lines::flattened(sgml::without_references(outer("rss/channel/title") + outer("RDF/channel/title")));
  }
  for (const Element* const author : children(&item, "author")) {
    add_authors(record, name_in(author));
  }
  for (const Node& node : item.content) {
    if (node.element != nullptr && qualified(node.element->name) == "dc:creator") {
      add_authors(record, name_in(node.element.get()));
    }
  }
  show_author(record, outer);
  for (const Element* const category : children(&item, "category")) {
    record.tags.push_back(name_in(category));
  }
  std::erase(record.tags, std::string());
  found.article.text = rss_text(item, record);
  const std::string spoken = line_of(child_in(&item, kPodcast, "summary"));
  if (spoken != lines::flattened(found.article.text)) {
    add_metadata(record, "itunes:summary", spoken);
  }
  set_rss_date(found, item);
  constexpr auto kTaken = std::to_array<std::string_view>(
      {"title", "link", "guid", "description", "content:encoded", "author", "dc:creator", "category", "source",
       "pubDate", "dc:date", "dc:language", "yandex:full-text", "itunes:summary"});
  add_rest(item, kTaken, record);
  return found;
}

// --- Atom

bool has_atom_root(std::string_view local) {
  return local == "feed";
}

bool is_entry(Path path) {
  return path.back().local == "entry" && has_atom_root(path.front().local);
}

/// Of a text construct: text, html or xhtml; the encoded content of anything else is no text.
std::string atom_text(const Element* element) {
  if (element == nullptr) {
    return {};
  }
  const std::string type = ascii::lowered(attribute(*element, "type"));
  if (type == "xhtml" || type.ends_with("+xml") || type.ends_with("/xml")) {
    return markup_text(element);
  }
  if (type == "html" || type == "text/html") {
    return html::field_to_text(text_of(element));
  }
  return type.empty() || type.starts_with("text") ? text_of_field(text_of(element)) : std::string();
}

/// What references in an element begin at, `outer` being that of its parent.
std::string base_of(const Element& element, const std::string& outer) {
  const std::string own(attribute(element, "base"));
  return own.empty() ? outer : absolute_address(own, outer);
}

/// The address of the article itself.
std::string alternate_of(const Element& entry, const std::string& feed_base) {
  const std::string base = base_of(entry, feed_base);
  for (const std::string_view wanted : {"alternate", ""}) {
    for (const Element* const link : children(&entry, "link")) {
      if (attribute(*link, "rel") == wanted) {
        return absolute_address(std::string(attribute(*link, "href")), base_of(*link, base));
      }
    }
  }
  return {};
}

/// What Google's export of a blog calls the kind of an entry: "post", "page", "comment", "settings", ...
std::string_view kind_of(const Element& category) {
  const bool is_kind = attribute(category, "scheme").ends_with("schemas.google.com/g/2005#kind");
  const std::string_view term = attribute(category, "term");
  return is_kind ? term.substr(term.rfind('#') + 1) : std::string_view();
}

/// Whether an entry of such an export is something else than a text of the blog.
bool is_no_entry(const Element& entry) {
  return std::ranges::any_of(children(&entry, "category"), [](const Element* category) {
    const std::string_view kind = kind_of(*category);
    return !kind.empty() && kind != "post" && kind != "page";
  });
}

void add_terms(const Element& entry, ArticleRecord& record) {
  for (const Element* const category : children(&entry, "category")) {
    const std::string_view label = attribute(*category, "label");
    if (kind_of(*category).empty()) {
      record.tags.emplace_back(label.empty() ? attribute(*category, "term") : label);
    }
  }
  std::erase(record.tags, std::string());
}

/// English says nothing: programs for blogs write it in feeds of every language.
std::string language_of_feed(const Outer& outer) {
  const std::string language = language_code(outer("feed/@lang"));
  return language == "en" ? std::string() : language;
}

std::optional<FoundArticle> read_entry(const Element& entry, const Outer& outer) {
  if (is_no_entry(entry)) {
    return std::nullopt;
  }
  FoundArticle found;
  ArticleRecord& record = found.article.record;
  record.id = line_of(child(&entry, "id"));
  record.title = lines::flattened(atom_text(child(&entry, "title")));
  record.url = alternate_of(entry, outer("feed/@base"));
  record.language = language_code(attribute(entry, "lang"));
  record.language = record.language.empty() ? language_of_feed(outer) : record.language;
  const Element* const source = child(&entry, "source");
  record.source = source != nullptr ? line_of(child(source, "title")) : lines::flattened(outer("feed/title"));
  for (const Element* const author : children(&entry, "author")) {
    add_authors(record, name_in(child(author, "name")));
  }
  if (record.authors.empty()) {
    add_authors(record, lines::flattened(outer("feed/author/name")));
  }
  add_terms(entry, record);
  const std::string summary = atom_text(child(&entry, "summary"));
  found.article.text = atom_text(child(&entry, "content"));
  if (found.article.text.empty()) {
    found.article.text = summary;
  } else if (summary != found.article.text) {
    add_metadata(record, "summary", summary);
  }
  found.article.text = found.article.text.empty() ? media_text(entry) : std::move(found.article.text);
  // RFC 4287 asks every entry for the day of its last change; only where that is all it has, it is its day.
  const Element* published = child(&entry, "published");
  published = published != nullptr ? published : child(&entry, "issued");
  const std::string updated = line_of(child(&entry, "updated"));
  const std::string written = published != nullptr ? line_of(published) : updated;
  set_date(found, written, dates::parse_date(written, record.language));
  if (published != nullptr) {
    add_metadata(record, "updated", updated);
  }
  constexpr auto kTaken = std::to_array<std::string_view>(
      {"id", "title", "link", "author", "category", "summary", "content", "published", "issued", "updated", "source"});
  add_rest(entry, kTaken, record);
  return found;
}

}  // namespace

const Vocabulary kRss = {"RSS", has_rss_root, is_item, read_item};
const Vocabulary kAtom = {"Atom", has_atom_root, is_entry, read_entry};

}  // namespace nutgraf::read::xml
