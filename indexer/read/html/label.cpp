// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/label.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/html/label_words.h"

namespace nutgraf::read::html {
namespace {

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// The words of label_words.h by word.
class Dictionary {
 public:
  template <std::size_t N>
  Dictionary(const std::array<WordList, N>& lists, char separator) {
    for (const auto& [label, words] : lists) {
      for (std::string_view rest = words; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(separator));
        labels_.emplace(word, label);
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      }
    }
  }

  [[nodiscard]] Label find(std::string_view word) const {
    const auto found = labels_.find(word);
    return found == labels_.end() ? Label::None : found->second;
  }
  /// Of an entry that `word` begins with.
  [[nodiscard]] Label find_beginning(std::string_view word) const {
    const auto after = labels_.upper_bound(word);
    return after != labels_.begin() && word.starts_with(std::prev(after)->first) ? std::prev(after)->second
                                                                                 : Label::None;
  }

 private:
  std::map<std::string_view, Label> labels_;
};

/// Of several labels of one element the one to go by.
Label stronger(Label one, Label other) {
  constexpr std::array kOrder = {Label::None, Label::Entry,     Label::Body,     Label::Caption, Label::Teaser,
                                 Label::Paid, Label::Furniture, Label::Comments, Label::Hidden};
  const auto rank = [&](Label label) { return std::ranges::find(kOrder, label); };
  return rank(one) < rank(other) ? other : one;
}

Label label_of_word(std::string_view word) {
  static const Dictionary words(kWords, ' ');
  static const Dictionary beginnings(kBeginnings, ' ');
  const Label label = words.find(word);
  return label == Label::None ? beginnings.find_beginning(word) : label;
}

Label label_of_pair(const std::string& pair) {
  static const Dictionary pairs(kPairs, ',');
  return pairs.find(pair);
}

/// "has-sidebar" is not a sidebar.
bool denies(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>({"has", "have", "no", "not", "with", "without"});
  return contains(kWords, word);
}

/// A name that begins so says what an article is about or in what state: "category-music", "comments-open".
bool begins_statement(std::string_view word, std::string_view next) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"author", "categories", "category", "format", "tag", "topic"});
  return contains(kWords, word) || next == "open" || next == "closed" || next == "enabled" || next == "disabled";
}

/// Whether a name is of a style that holds only where a condition does ("md:block"), or with a value of its own
/// ("mt-[calc(...)]"): what such a name says is how the element looks. "md:hidden" is not shown on a wide screen.
bool is_style(std::string_view name) {
  return name.find('[') != std::string_view::npos ||
         (name.find(':') != std::string_view::npos && !name.ends_with(":hidden"));
}

/// "md:block", beside "hidden": shown on a wide screen.
bool shows(std::string_view name) {
  constexpr auto kDisplays = std::to_array<std::string_view>(
      {":block", ":contents", ":flex", ":grid", ":inline", ":inline-block", ":inline-flex", ":table", ":table-cell"});
  return std::ranges::any_of(kDisplays, [&](std::string_view display) { return name.ends_with(display); });
}

/// Builders of pages call each part of a text so: "elementor-widget-text-editor".
bool is_text_of_builder(std::string_view names) {
  constexpr auto kParts = std::to_array<std::string_view>({"-widget-text", "-widget-theme-post-content"});
  return std::ranges::any_of(kParts, [&](std::string_view part) { return names.find(part) != names.npos; });
}

/// Whether WordPress names a post so: "post-7 type-post hentry tag-newsletter". Its tags and categories are among the
/// names.
bool is_post(std::string_view names) {
  constexpr auto kParts = std::to_array<std::string_view>({"hentry", "type-post", "status-publish"});
  return std::ranges::any_of(kParts, [&](std::string_view part) { return names.find(part) != names.npos; });
}

bool is_term_of_post(std::string_view name) {
  constexpr auto kBeginnings =
      std::to_array<std::string_view>({"author-", "category-", "post_tag-", "tag-", "tax-", "topic-"});
  return std::ranges::any_of(kBeginnings, [&](std::string_view begin) { return name.starts_with(begin); });
}

/// Whether a program made up a part of a name, as in "block-id-n1AuAdJlVL": capitals, and never three small letters.
bool is_random(std::string_view part) {
  constexpr std::size_t kShortest = 5;
  constexpr int kWord = 3;
  int capitals = 0;
  int small = 0;
  int run = 0;
  for (const char c : part) {
    run = ascii::is_lower(c) ? run + 1 : 0;
    if (run == kWord) {
      return false;
    }
    capitals += ascii::is_upper(c) ? 1 : 0;
    small += ascii::is_lower(c) ? 1 : 0;
  }
  return part.size() >= kShortest && capitals > 1 && small > 0;
}

/// Reads the names in a class or an id, each cut into words at signs and capitals.
class Names {
 public:
  Label read(std::string_view text) {
    is_text_ = is_text_of_builder(text);
    is_post_ = is_post(text);
    bool hidden = false;
    bool shown = false;
    for_each_name(text, [&](std::string_view name) {
      hidden = hidden || name == "hidden";
      shown = shown || shows(name);
      if (name != "hidden" && !is_style(name) && !(is_post_ && is_term_of_post(name))) {
        read_name(name);
      }
    });
    return hidden && !shown ? stronger(label_, Label::Hidden) : label_;
  }

 private:
  template <typename Reader>
  static void for_each_name(std::string_view text, const Reader& reader) {
    while (!text.empty()) {
      const auto blank = std::ranges::find_if(text, ascii::is_space);
      const auto length = static_cast<std::size_t>(blank - text.begin());
      if (length > 0) {
        reader(text.substr(0, length));
      }
      text.remove_prefix(std::min(length + 1, text.size()));
    }
  }

  void read_name(std::string_view name) {
    while (!name.empty()) {
      const auto sign =
          std::ranges::find_if(name, [](char c) { return ascii::is_ascii(c) && !ascii::is_alphanumeric(c); });
      const auto length = static_cast<std::size_t>(sign - name.begin());
      read_part(name.substr(0, length));
      name.remove_prefix(std::min(length + 1, name.size()));
    }
    end_name();
  }

  void read_part(std::string_view part) {
    const bool whole = is_random(part);
    for (std::size_t at = 0; at < part.size(); ++at) {
      if (!whole && ascii::is_upper(part[at]) && at > 0 && ascii::is_lower(part[at - 1])) {
        end_word();
      }
      word_ += ascii::to_lower(part[at]);
    }
    end_word();
  }

  void end_word() {
    if (!word_.empty()) {
      words_.push_back(std::exchange(word_, {}));
    }
  }

  void end_name() {
    const bool statement = words_.size() > 1 && begins_statement(words_[0], words_[1]);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool is_said = !(statement && i == 0) && (i == 0 || !denies(words_[i - 1]));
      // "hide-on-phones", "hideContent", "p402_hide": only where a condition holds.
      const bool conditional = words_[i] == "hide" && words_.size() > 1;
      if (is_said && !conditional && !(is_text_ && words_[i] == "widget")) {
        label_ = stronger(label_, label_of_word(words_[i]));
      }
      if (i > 0) {
        label_ = stronger(label_, label_of_pair(words_[i - 1] + " " + words_[i]));
      }
    }
    words_.clear();
  }

  std::string word_;
  std::vector<std::string> words_;
  bool is_text_ = false;
  bool is_post_ = false;
  Label label_ = Label::None;
};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// What the names in a class or an id say. A page repeats most of its classes, so they are read once.
Label label_of_names(std::string_view text) {
  constexpr std::size_t kLongest = 1024;
  constexpr std::size_t kMost = 4096;
  thread_local std::unordered_map<std::string, Label, TextHash, std::equal_to<>> known;
  text = text.substr(0, kLongest);
  if (const auto found = known.find(text); found != known.end()) {
    return found->second;
  }
  if (known.size() >= kMost) {
    known.clear();
  }
  return known.emplace(text, Names().read(text)).first->second;
}

bool is_entry(Tag tag) {
  return tag == Tag::Article || tag == Tag::Main;
}

Label label_of_tag(Tag tag) {
  constexpr auto kFurniture = std::to_array<Tag>(
      {Tag::AmpAd, Tag::AmpConsent, Tag::AmpEmbed, Tag::AmpSidebar, Tag::AmpUserNotification, Tag::Nav, Tag::Aside,
       Tag::Footer, Tag::Button, Tag::Select, Tag::Textarea, Tag::Menu, Tag::Form, Tag::Fieldset, Tag::Label});
  if (std::ranges::find(kFurniture, tag) != kFurniture.end()) {
    return Label::Furniture;
  }
  if (tag == Tag::Dialog || tag == Tag::Noscript) {
    return Label::Hidden;
  }
  return tag == Tag::Figcaption ? Label::Caption : is_entry(tag) ? Label::Entry : Label::None;
}

Label label_of_role(std::string_view role) {
  constexpr auto kFurniture =
      std::to_array<std::string_view>({"alert", "banner", "button", "complementary", "contentinfo", "dialog", "menu",
                                       "menubar", "navigation", "search", "tablist", "toolbar"});
  return contains(kFurniture, role)            ? Label::Furniture
         : role == "article" || role == "main" ? Label::Entry
                                               : Label::None;
}

/// Whether an id is a sentence, as of what links inside the page lead to, rather than a name, such as
/// "block-views-related-articles-block".
bool is_slug(std::string_view id) {
  constexpr std::size_t kWordsOfName = 4;
  constexpr auto kParts = std::to_array<std::string_view>(
      {"block", "container", "div", "module", "region", "section", "view", "views", "widget", "wrapper"});
  std::size_t words = 0;
  while (!id.empty()) {
    const std::string_view word = id.substr(0, id.find_first_of("-_"));
    if (std::ranges::find(kParts, word) != kParts.end()) {
      return false;
    }
    words += !word.empty() && ascii::is_letter(word[0]) ? 1U : 0U;
    id.remove_prefix(std::min(word.size() + 1, id.size()));
  }
  return words > kWordsOfName;
}

/// What its class says of it, if anything, is how it looks.
bool speaks_for_itself(Tag tag) {
  return tag == Tag::Html || tag == Tag::Body || tag == Tag::Blockquote || tag == Tag::Text;
}

}  // namespace

bool is_hidden(const Dom& dom, NodeIndex index) {
  // What is hidden from screen readers alone is a part of the page, seldom a paragraph.
  const bool unread = dom.attribute(index, "aria-hidden") == "true" && dom[index].tag != Tag::P;
  if (dom.has_attribute(index, "hidden") || unread) {
    return true;
  }
  const std::string_view style = dom.attribute(index, "style");
  if (style.empty()) {
    return false;
  }
  std::string plain = ascii::lowered(style);
  std::erase_if(plain, ascii::is_space);
  return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

Label label_of(const Dom& dom, NodeIndex index) {
  const Tag tag = dom[index].tag;
  if (speaks_for_itself(tag)) {
    return Label::None;
  }
  if (is_hidden(dom, index)) {
    return Label::Hidden;
  }
  Label label = stronger(label_of_tag(tag), label_of_role(dom.attribute(index, "role")));
  if (is_entry(tag)) {
    return stronger(label, label_of_names(dom.attribute(index, "class")) == Label::Comments ? Label::Comments : label);
  }
  const std::string_view property = dom.attribute(index, "itemprop");
  if (property == "articleBody") {
    return Label::Body;
  }
  label = stronger(label, label_of_names(dom.attribute(index, "class")));
  const std::string_view id = dom.attribute(index, "id");
  return is_slug(id) ? label : stronger(label, label_of_names(id));
}

}  // namespace nutgraf::read::html
