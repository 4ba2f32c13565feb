// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/prose.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/html/fragment.h"
#include "indexer/read/keys.h"
#include "indexer/read/lines/clean_lines.h"
#include "indexer/read/lines/paragraphs.h"
#include "indexer/read/people.h"

namespace nutgraf::read::json {
namespace {

enum class Markup : std::uint8_t { Plain, Html };

struct Part {
  std::string text;
  Markup markup = Markup::Plain;
};

template <std::size_t size>
bool is_one_of(std::string_view key, const std::array<std::string_view, size>& keys) {
  return std::ranges::find(keys, key) != keys.end();
}

// Spellings of one and the same text, the best first.
constexpr auto kSpellings =
    std::to_array<std::string_view>({"main", "text", "plaintext", "rendered", "html", "processed", "value", "raw",
                                     "markdown", "original", "name", "#text", "@value"});

/// Of the members of an object that say the same, the one to take; empty if there is none.
std::string_view best_spelling(simdjson::dom::object object) {
  for (const std::string_view spelling : kSpellings) {
    Value value;
    if (object.at_key(spelling).get(value) == simdjson::SUCCESS && !is_nothing(value)) {
      return spelling;
    }
  }
  return {};
}

/// Keys that never contain prose, as plain_key() makes them.
bool is_attribute(std::string_view key) {
  constexpr auto kAttributes = std::to_array<std::string_view>({"@type",        "type",        "typename",
                                                                "kind",         "nodetype",    "key",
                                                                "class",        "classname",   "style",
                                                                "format",       "mime",        "mimetype",
                                                                "role",         "encoding",    "charset",
                                                                "version",      "marks",       "markdefs",
                                                                "level",        "depth",       "width",
                                                                "height",       "align",       "src",
                                                                "image",        "images",      "media",
                                                                "video",        "embed",       "attrs",
                                                                "index",        "order",       "position",
                                                                "entitymap",    "slug",        "target",
                                                                "rel",          "contenttype", "inlinestyleranges",
                                                                "entityranges", "attributes"});
  return is_one_of(key, kAttributes);
}

bool is_container(Value value) {
  return value.is_object() || value.is_array();
}

bool holds_prose(std::string_view key, Value value) {
  const std::string plain = plain_key(key);
  const auto automatic = automatic_key(key);
  if (automatic && automatic->field != Field::Text && automatic->field != Field::Title) {
    return automatic->field == Field::Section && is_container(value);
  }
  return !is_attribute(plain) && (value.is_string() || is_container(value));
}

/// A summary or the like: no part of a text that stands beside it.
bool is_stand_in(std::string_view key) {
  const auto automatic = automatic_key(key);
  return automatic && automatic->standing == Standing::StandIn;
}

/// The member for `language` of an object that has one for each language, nothing but codes being its keys.
std::optional<Value> for_language(simdjson::dom::object object, std::string_view language) {
  std::optional<Value> found;
  for (const auto [key, value] : object) {
    const std::string code = language_code(key);
    if (code.empty()) {
      return std::nullopt;
    }
    if (code == language && !found && !is_nothing(value)) {
      found = value;
    }
  }
  return found;
}

/// A piece of a paragraph in the trees that editors write: {"type": "text", "text": "..."}.
bool is_inline(Value value) {
  constexpr auto kKinds = std::to_array<std::string_view>({"type", "_type", "nodeType"});
  constexpr auto kInline = std::to_array<std::string_view>(
      {"text",      "span",    "link",    "hyperlink", "mention",   "strong",        "emphasis",
       "inline",    "plain",   "bold",    "italic",    "underline", "strikethrough", "spoiler",
       "text_link", "hashtag", "cashtag", "email",     "phone",     "custom_emoji"});
  simdjson::dom::object object;
  if (value.get(object) != simdjson::SUCCESS) {
    return false;
  }
  return std::ranges::any_of(kKinds, [&](std::string_view kind) {
    std::string_view name;
    return object.at_key(kind).get(name) == simdjson::SUCCESS && is_one_of(name, kInline);
  });
}

Markup markup_under(std::string_view key) {
  const std::string plain = plain_key(key);
  return plain == "rendered" || plain == "processed" || plain.ends_with("html") ? Markup::Html : Markup::Plain;
}

/// Gathers prose in order. Recursion is bounded by the JSON parser's limit of depth.
class Gatherer {
 public:
  explicit Gatherer(std::string_view language) : language_(language) {}

  void add(Value value, Markup markup) {
    simdjson::dom::object object;
    simdjson::dom::array array;
    if (value.get(object) == simdjson::SUCCESS) {
      add_object(object);
    } else if (value.get(array) == simdjson::SUCCESS) {
      add_array(array, markup);
    } else {
      add_text(as_text(value), markup);
    }
  }

  [[nodiscard]] std::vector<Part> parts() && { return std::move(parts_); }

 private:
  void add_text(std::string text, Markup markup) {
    if (ascii::trimmed(text).empty() && !joining_) {
      return;
    }
    if (markup == Markup::Plain && html::holds_html(text)) {
      markup = Markup::Html;
    }
    if (joining_ && !parts_.empty()) {
      parts_.back().text += text;
    } else {
      parts_.push_back({std::move(text), markup});
    }
  }

  void add_array(simdjson::dom::array array, Markup markup) {
    const bool outer = joining_;
    // Telegram writes the plain pieces as strings between the marked ones.
    const bool mixed = std::ranges::any_of(array, is_inline);
    bool after_inline = false;
    for (const Value element : array) {
      const bool inside = is_inline(element) || (mixed && element.is_string());
      const std::size_t before = parts_.size();
      joining_ = outer || (inside && after_inline);
      add(element, markup);
      after_inline = inside && (after_inline || parts_.size() > before);
    }
    joining_ = outer;
  }

  void add_object(simdjson::dom::object object) {
    if (const auto chosen = for_language(object, language_)) {
      add(*chosen, Markup::Plain);
      return;
    }
    const std::string_view spelling = best_spelling(object);
    for (const auto [key, value] : object) {
      if (key == spelling ||
          (!is_one_of(key, kSpellings) && holds_prose(key, value) && (spelling.empty() || !is_stand_in(key)))) {
        add(value, markup_under(key));
      }
    }
  }

  std::string_view language_;
  std::vector<Part> parts_;
  bool joining_ = false;  // the next text continues where the last part ended
};

std::vector<Part> decoded(std::vector<Part> parts, ReferenceDecoder& decoder) {
  for (Part& part : parts) {
    if (part.markup == Markup::Plain) {
      part.text = decoder.decoded(std::move(part.text));
      part.markup = html::holds_html(part.text) ? Markup::Html : Markup::Plain;
    }
  }
  return parts;
}

std::string laid_out(Part& part) {
  lines::clean_lines(part.text);
  if (part.markup == Markup::Plain) {
    return lines::lay_out_paragraphs(part.text);
  }
  std::string text = html::field_to_text(part.text);
  lines::clean_lines(text);
  return text;
}

void append_paragraphs(std::string& text, std::string_view more) {
  if (!more.empty()) {
    text.append(text.empty() ? "" : "\n\n").append(more);
  }
}

}  // namespace

std::string text_of(std::span<const Value> values, std::string_view key, std::string_view language,
                    ReferenceDecoder& decoder) {
  Gatherer gatherer(language);
  for (const Value value : values) {
    gatherer.add(value, markup_under(key));
  }
  std::vector<Part> parts = decoded(std::move(gatherer).parts(), decoder);
  std::string text;
  if (std::ranges::find(parts, Markup::Html, &Part::markup) != parts.end()) {
    for (Part& part : parts) {
      append_paragraphs(text, laid_out(part));
    }
    return text;
  }
  // How lines were set is told from all of them together.
  for (const Part& part : parts) {
    append_paragraphs(text, ascii::trimmed(part.text));
  }
  lines::clean_lines(text);
  return lines::lay_out_paragraphs(text);
}

std::string title_of(Value value, std::string_view key, std::string_view language, ReferenceDecoder& decoder) {
  simdjson::dom::object object;
  Markup markup = markup_under(key);
  if (value.get(object) == simdjson::SUCCESS) {
    if (const auto chosen = for_language(object, language)) {
      value = *chosen;
    } else if (const std::string_view spelling = best_spelling(object); !spelling.empty()) {
      markup = markup_under(spelling);
      value = object.at_key(spelling).value();
    }
  }
  Gatherer gatherer(language);
  gatherer.add(value, markup);
  std::vector<Part> parts = std::move(gatherer).parts();
  parts.resize(std::min<std::size_t>(1, parts.size()));
  parts = decoded(std::move(parts), decoder);
  return parts.empty() ? std::string() : one_line(parts[0].markup == Markup::Html ? laid_out(parts[0]) : parts[0].text);
}

std::string one_line(std::string text) {
  lines::clean_lines(text);
  std::string line;
  for (const char c : ascii::trimmed(text)) {
    const bool blank = ascii::is_space(c);
    if (!blank || (!line.empty() && line.back() != ' ')) {
      line += blank ? ' ' : c;
    }
  }
  return line;
}

}  // namespace nutgraf::read::json
