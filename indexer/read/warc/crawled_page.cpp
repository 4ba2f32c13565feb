// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/warc/crawled_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/decoded_text.h"
#include "indexer/read/encoding.h"
#include "indexer/read/front.h"
#include "indexer/read/html/charset.h"
#include "indexer/read/html/notice.h"
#include "indexer/read/html/page.h"
#include "indexer/read/html/page_reader.h"
#include "indexer/read/html/site_name.h"
#include "indexer/read/html/url.h"
#include "indexer/read/lines/paragraphs.h"
#include "indexer/read/people.h"
#include "indexer/read/text/text_head.h"
#include "indexer/read/utf8.h"
#include "indexer/read/warc/http.h"

namespace nutgraf::read::warc {
namespace {

enum class Media : std::uint8_t { Html, Text, Unknown, Other };

Media media_of(std::string_view type) {
  type = ascii::trimmed(type.substr(0, type.find(';')));
  return type == "text/html" || type == "application/xhtml+xml" ? Media::Html
         : type == "text/plain"                                 ? Media::Text
         : type.empty() || type == "unk"                        ? Media::Unknown
                                                                : Media::Other;
}

bool has_scheme_of_pages(std::string_view uri) {
  constexpr auto kSchemes =
      std::to_array<std::string_view>({"http", "https", "ftp", "ftps", "file", "gemini", "gopher"});
  const std::string scheme = ascii::lowered(uri.substr(0, uri.find(':')));
  return scheme.size() < uri.size() && std::ranges::find(kSchemes, scheme) != kSchemes.end();
}

/// Rules for crawlers, sent as plain text.
bool is_robots_file(std::string_view uri) {
  return uri.substr(0, uri.find('?')).ends_with("/robots.txt");
}

/// A page as it was sent, before its text is looked at.
struct Content {
  std::string body;
  std::string type;      // MIME type with its parameters, in lower case
  std::string language;  // that the server or the crawler names
  Media media = Media::Other;
};

void add_meta(ArticleRecord& record, std::string_view key, std::string value) {
  if (!value.empty()) {
    record.meta.emplace_back(key, std::move(value));
  }
}

/// What makes text of pages puts their title on the first line.
/// Some scripts, of three bytes a letter, part words by nothing.
bool is_more_than_a_word(std::string_view line) {
  constexpr std::size_t kFewest = 4;  // characters
  const std::size_t characters = utf8::count(line);
  return line.find(' ') != std::string_view::npos || (characters >= kFewest && line.size() > 2 * characters);
}

bool ends_with_stop(std::string_view line) {
  constexpr auto kStops = std::to_array<std::string_view>({".", "。", "।", "۔", "።", "։", "။", "។"});
  return std::ranges::any_of(kStops, [&](std::string_view stop) { return line.ends_with(stop); });
}

void take_title(std::string_view& text, ArticleRecord& record) {
  constexpr std::size_t kLongest = 200;
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = ascii::trimmed(text.substr(0, end));
  const bool is_title = end < text.size() && line.size() <= kLongest && is_more_than_a_word(line) &&
                        !ends_with_stop(line) && !html::is_notice(line);
  if (is_title) {
    record.title = html::without_site(line, {});
    text.remove_prefix(end);
  }
}

/// Reads one record.
class RecordReader {
 public:
  RecordReader(const Record& record, const Document& document, ArticleEmitter& emitter)
      : record_(record), document_(document), emitter_(emitter) {}

  void read() {
    const std::string& type = record_.head.type;
    if (!record_.fault.empty() && type != "response") {
      reject(record_.fault);
    } else if (type == "revisit") {
      skip(Skip::Revisit);
    } else if (type == "continuation") {
      reject("it continues another record: records that are cut into segments cannot be read");
    } else if (type == "response" || type == "resource" || type == "conversion") {
      read_target();
    } else if (type != "warcinfo" && type != "request" && type != "metadata") {
      reject(type.empty() ? "its head does not tell its type"
                          : fmt::format("its type is unknown: {}", utf8_name(type)));
    }
  }

 private:
  void reject(const std::string& reason) { emitter_.reject(document_, 0, record_.offset, reason); }

  /// With the page's URL in the place of a member's name.
  void skip(Skip kind) {
    Document place = document_;
    place.origin.member += (place.origin.member.empty() ? "" : "!") + record_.head.uri;
    emitter_.skip(place, kind);
  }

  void read_target() {
    if (record_.head.uri.empty()) {
      reject("it does not name its URL");
    } else if (has_scheme_of_pages(record_.head.uri)) {
      read_content();
    }
  }

  void read_content() {
    try {
      auto content = record_.head.type == "response" ? content_of_response() : content_of_block();
      if (content) {
        deliver(std::move(*content));
      }
    } catch (const Unreadable& unreadable) {
      reject(unreadable.what());
    }
  }

  std::optional<Content> content_of_response() {
    constexpr int kOk = 200;
    const auto response = parse_http(record_.block);
    if (!response) {
      reject(record_.fault.empty() ? "its HTTP head cannot be read" : record_.fault);
      return std::nullopt;
    }
    if (!record_.fault.empty() && !has_whole_body(*response)) {
      reject(record_.fault);
      return std::nullopt;
    }
    if (response->status != kOk) {
      skip(Skip::HttpStatus);
      return std::nullopt;
    }
    const std::string type = ascii::lowered(response->fields.get("content-type"));
    const Media media =
        media_of(type.empty() ? ascii::lowered(record_.head.fields.get("warc-identified-payload-type")) : type);
    if (!is_wanted(media)) {
      return std::nullopt;
    }
    return Content{body_of(*response), type, std::string(response->fields.get("content-language")), media};
  }

  /// A file as it is, or a text that was made of a page.
  std::optional<Content> content_of_block() {
    const RecordHead& head = record_.head;
    const Media media = media_of(head.media);
    if (!is_wanted(media)) {
      return std::nullopt;
    }
    const std::string languages = head.field("warc-identified-content-language");
    return Content{std::string(record_.block), head.media, languages.substr(0, languages.find(',')), media};
  }

  bool is_wanted(Media media) {
    if (media == Media::Other || is_robots_file(record_.head.uri)) {
      skip(Skip::OtherMedia);
      return false;
    }
    if (record_.is_too_long()) {
      reject(fmt::format("it is longer than {} MB, too long for one page", kBlockLimit >> 20U));
      return false;
    }
    return true;
  }

  void deliver(Content&& content) {
    const std::string front = plain_front(std::string_view(content.body).substr(0, kFront));
    if (front.empty()) {
      skip(Skip::Empty);
      return;
    }
    const bool page = content.media == Media::Html || html::sniff_html(front) == Evidence::Strong;
    if (!page && content.media == Media::Unknown) {
      skip(Skip::OtherMedia);
      return;
    }
    std::string charset = html::parameter(content.type, "charset");
    if (page && charset.empty()) {
      charset = html::declared_charset(content.body);
    }
    const std::string text = decoded_text(decode(std::move(content.body), charset), document_, emitter_);
    if (page) {
      deliver_page(text, content.language);
    } else {
      deliver_text(text, content.language);
    }
  }

  void deliver_page(const std::string& text, const std::string& language) {
    html::Page page = html::extract(text, {record_.head.uri, language});
    if (page.kind != html::PageKind::Article) {
      skip(Skip::NoArticle);
      return;
    }
    ArticleRecord& found = page.article.record;
    if (found.url != record_.head.uri) {
      add_meta(found, "canonical_url", std::move(found.url));
    }
    emit(std::move(page.article), language);
  }

  void deliver_text(const std::string& text, const std::string& language) {
    Article article;
    std::string_view body = text::read_head(text, article);
    if (article.record.title.empty() && record_.head.type == "conversion") {
      take_title(body, article.record);
    }
    article.text = lines::lay_out_paragraphs(body);
    if (article.text.empty() && article.record.title.empty()) {
      skip(Skip::Empty);
      return;
    }
    emit(std::move(article), language);
  }

  void emit(Article&& article, const std::string& language) {
    const RecordHead& head = record_.head;
    ArticleRecord& record = article.record;
    record.id = id();
    record.url = head.uri;
    record.origin.offset = record_.offset;
    if (record.source.empty()) {
      record.source = html::site_of(head.uri);
    }
    if (record.language.empty()) {
      record.language = language_code(language);
    }
    add_meta(record, "crawled", head.date);
    add_meta(record, "truncated", head.field("warc-truncated"));
    add_meta(record, "trec_id", head.field("warc-trec-id"));
    emitter_.emit(std::move(article), document_, record_.number);
  }

  /// By --map from a field of the record's head, else its URL; empty where --map finds none, so that the number of the
  /// record makes it.
  std::string id() {
    const KeyPlan& keys = emitter_.keys();
    std::vector<std::size_t> found;
    std::string id;
    for (std::size_t place = 0; place < keys.map.size(); ++place) {
      const KeyPlan::Mapped& mapped = keys.map[place];
      const std::string value = record_.head.field(ascii::lowered(mapped.key));
      if (mapped.target.field == Field::Id && !value.empty()) {
        found.push_back(place);
        id = value;
      }
    }
    emitter_.record_read(found);
    return keys.is_mapped(Field::Id) ? id : record_.head.uri;
  }

  const Record& record_;
  const Document& document_;
  ArticleEmitter& emitter_;
};

}  // namespace

void read_record(const Record& record, const Document& document, ArticleEmitter& emitter) {
  RecordReader(record, document, emitter).read();
}

}  // namespace nutgraf::read::warc
