// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/wordpress_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "indexer/read/html/fragment.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/xml/feed_fields.h"

namespace nutgraf::read::xml::wordpress {
namespace {

constexpr std::string_view kExport = "wordpress.org/export/";

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

/// The name that the site shows for an account; that of the account where it shows none.
std::string shown_name(const std::string& account, const Outer& outer) {
  constexpr int kMost = 300;
  for (int number = 1; number < kMost; ++number) {
    const std::string author = fmt::format("rss/channel/author{}", number == 1 ? "" : fmt::format("[{}]", number));
    const std::string login = outer(author + "/author_login");
    if (login.empty()) {
      break;
    }
    if (login == account) {
      std::string shown = lines::flattened(outer(author + "/author_display_name"));
      return shown.empty() ? account : shown;
    }
  }
  return account;
}

}  // namespace

bool is_no_post(const Element& item) {
  constexpr auto kOthers = std::to_array<std::string_view>(
      {"attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "wp_block",
       "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face"});
  const std::string type = line_of(child_in(&item, kExport, "post_type"));
  return std::ranges::find(kOthers, type) != kOthers.end();
}

std::string encoded_text(const Element& item, const Element& encoded) {
  const bool exported = child_in(&item, kExport, "post_type") != nullptr;
  const std::string html = exported ? without_codes(text_of(&encoded)) : text_of(&encoded);
  const bool typed = exported && html.find("<!-- wp:") == std::string::npos;
  return typed ? html::html_lines_to_text(html) : html::field_to_text(html);
}

std::optional<std::string> post_date(const Element& item) {
  const Element* const date = child_in(&item, kExport, "post_date");
  if (date == nullptr) {
    return std::nullopt;
  }
  std::string written = line_of(date);
  return written.starts_with("0000") ? std::string() : written;
}

void show_authors(const Element& item, const Outer& outer, ArticleRecord& record) {
  if (child_in(&item, kExport, "post_type") == nullptr) {
    return;
  }
  std::vector<std::string> several;
  for (const Element* const category : children(&item, "category")) {
    if (is_author(*category)) {
      several.push_back(name_in(category));
    }
  }
  if (!several.empty()) {
    record.authors = std::move(several);
    return;
  }
  const std::string account = name_in(child_in(&item, kDublinCore, "creator"));
  const std::string shown = shown_name(account, outer);
  if (shown != account) {
    record.authors.clear();
    add_authors(record, shown);
  }
}

bool is_author(const Element& category) {
  return attribute(category, "domain") == "author";
}

}  // namespace nutgraf::read::xml::wordpress
