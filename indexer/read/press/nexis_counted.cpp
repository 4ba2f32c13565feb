// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/press/article_text.h"
#include "indexer/read/press/nexis_fields.h"
#include "indexer/read/press/nexis_head.h"
#include "indexer/read/press/nexis_layouts.h"
#include "indexer/read/press/written_day.h"

namespace nutgraf::read::press {
namespace {

std::optional<FieldLine> label_of(const Paragraph& paragraph) {
  const auto field = field_line(paragraph.text);
  return field && is_in_capitals(field->name) ? field : std::nullopt;
}

/// Where the labels above the text begin and end; both the same where there are none.
struct Labels {
  std::size_t begin;
  std::size_t end;
};

/// Whether the labels may begin here. A name that Nexis does not have may be a source's own ("SHOW: Morning News"); or
/// it begins a headline in capitals.
bool begins_labels(const Paragraph& paragraph) {
  const auto label = label_of(paragraph);
  return label && (label->known != nullptr || !is_in_capitals(label->value));
}

/// A label that Nexis does not have counts if one that it has follows: it may be a source's own, or a speaker's name.
Labels find_labels(std::span<const Paragraph> article) {
  constexpr std::size_t kLongestHead = 12;
  std::size_t begin = 0;
  while (begin < article.size() && begin < kLongestHead && !begins_labels(article[begin])) {
    ++begin;
  }
  std::size_t end = begin;
  for (std::size_t i = begin; i < article.size(); ++i) {
    const auto label = label_of(article[i]);
    if (!label) {
      break;
    }
    end = label->known != nullptr ? i + 1 : end;
  }
  return end == begin ? Labels{0, 0} : Labels{begin, end};
}

/// Whether labels that mostly stand above the text follow it: one that certainly does comes behind them.
bool are_labels_below(std::span<const Paragraph> below) {
  for (const Paragraph& paragraph : below) {
    const auto label = label_of(paragraph);
    if (!label || label->known == nullptr) {
      return false;
    }
    if (label->known->place == FieldPlace::CertainlyBelow) {
      return true;
    }
  }
  return false;
}

/// Whether what follows an uncertain label shows that the text has ended: another label, a copyright, nothing.
bool is_end_of_text(std::span<const Paragraph> below) {
  const auto label = label_of(below[0]);
  if (are_labels_below(below)) {
    return true;
  }
  if (!label || !label->is_below()) {
    return is_copyright(lines::flattened(below[0].text)) && below[0].alignment == Alignment::Center;
  }
  if (label->known->place == FieldPlace::CertainlyBelow || below.size() == 1) {
    return true;
  }
  const auto next = label_of(below[1]);
  return (next && next->is_below()) || is_copyright(lines::flattened(below[1].text));
}

void read_labels(std::span<const Paragraph> labels, ArticleRecord& record) {
  for (const Paragraph& paragraph : labels) {
    if (const auto label = label_of(paragraph)) {
      set_field(record, *label);
    }
  }
}

/// The labels below the text; a paragraph without one belongs to the label before it.
void read_counted_footer(std::span<const Paragraph> footer, ArticleRecord& record) {
  std::string name;
  std::string value;
  std::string copyright;
  const auto finish = [&] {
    if (!name.empty()) {
      set_field(record, {name, value, nexis_field(name)});
    }
    name.clear();
  };
  for (const Paragraph& paragraph : footer) {
    const std::string line = lines::flattened(paragraph.text);
    if (is_copyright(line) || !copyright.empty()) {
      finish();
      copyright.append(copyright.empty() ? "" : " ").append(line);
    } else if (const auto label = label_of(paragraph)) {
      finish();
      name = label->name;
      value = label->value;
    } else {
      value.append("\n").append(paragraph.text);
    }
  }
  finish();
  add_metadata(record, "copyright", copyright);
}

/// What Nexis writes in the place of an article that it cannot give.
bool is_apology(std::string_view line) {
  return lines::flattened(line).starts_with("We are sorry but there is an error in this document");
}

/// Without the label over a text: "TEKST:".
std::string without_text_label(const std::string& paragraph) {
  constexpr auto kLabels = std::to_array<std::string_view>({"TEKST:", "BODY:", "TEXT:"});
  const auto* const label =
      std::ranges::find_if(kLabels, [&](std::string_view one) { return ascii::trimmed(paragraph).starts_with(one); });
  return label == kLabels.end() ? paragraph : paragraph.substr(paragraph.find(*label) + label->size());
}

FoundArticle read_article(std::span<const Paragraph> article) {
  FoundArticle found;
  const Labels labels = find_labels(article);
  std::size_t end = labels.end;
  while (end < article.size() && !is_end_of_text(article.subspan(end))) {
    ++end;
  }
  ArticleRecord& record = found.article.record;
  // Without labels, the paragraphs that are set apart are the head.
  std::size_t head = labels.begin;
  if (labels.end == 0) {
    const auto is_centred = [](const Paragraph& one) { return one.alignment == Alignment::Center; };
    head = static_cast<std::size_t>(std::ranges::find_if_not(article.first(end), is_centred) - article.begin());
    head = std::min(head + 1, end);
    if (head < end && is_centred(article[head]) && find_date(lines::flattened(article[head].text))) {
      ++head;  // below the title
    }
  }
  read_labels(article.subspan(labels.begin, labels.end - labels.begin), record);
  read_counted_footer(article.subspan(end), record);
  ArticleText text;
  for (const std::string& left_over : read_head(article.first(head), found)) {
    text.add(left_over);
  }
  for (const Paragraph& paragraph : article.subspan(std::max(head, labels.end), end - std::max(head, labels.end))) {
    text.add(without_text_label(paragraph.text));
  }
  found.article.text = std::move(text).text();
  return found;
}

std::optional<std::uint64_t> number_in(std::string_view word) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<DocumentCount> document_count(std::string_view line) {
  constexpr auto kOf = std::to_array<std::string_view>({"of", "von", "de", "van"});
  constexpr std::size_t kLongest = 60;
  if (line.size() > kLongest) {
    return std::nullopt;
  }
  std::vector<std::string> words;
  for (std::string_view rest = line; !ascii::trimmed(rest).empty();) {
    rest = ascii::trimmed(rest);
    const std::size_t end = std::min(rest.find_first_of(" \t\n"), rest.size());
    words.push_back(ascii::lowered(rest.substr(0, end)));
    rest.remove_prefix(end);
  }
  const auto is_document = [](const std::string& word) {
    return word.starts_with("document") || word.starts_with("dokument");
  };
  const auto count_at = [&](std::size_t first) -> std::optional<DocumentCount> {
    const auto number = number_in(words[first]);
    const auto total = number_in(words[first + 2]);
    const bool parted = std::ranges::find(kOf, words[first + 1]) != kOf.end();
    return number && total && parted ? std::optional(DocumentCount{*number, *total}) : std::nullopt;
  };
  // "1 of 10 DOCUMENTS", "FOCUS - 1 of 10 DOCUMENTS", "Dokument 1 von 10"; "Document 1 of 10" is of ProQuest
  const std::size_t count = words.size();
  if (count == 4 && is_document(words[3])) {
    return count_at(0);
  }
  if (count == 4 && is_document(words[0]) && words[2] != "of") {
    return count_at(1);
  }
  return count == 6 && words[0] == "focus" && is_document(words[5]) ? count_at(2) : std::nullopt;
}

bool is_document_count(std::string_view line) {
  return document_count(line).has_value();
}

namespace {

/// Tells the counts above articles from lines of a text that look like one.
class Counts {
 public:
  /// Whether an article begins under this paragraph. A count that does not go on counts only if it is set as the first.
  bool begins_article(const Paragraph& paragraph) {
    const auto count = document_count(paragraph.text);
    if (!count) {
      return false;
    }
    const bool goes_on = count->number == 1 || (count->total == last_.total && count->number > last_.number);
    if (last_.total > 0 && !goes_on && paragraph.alignment != alignment_) {
      return false;
    }
    alignment_ = last_.total == 0 ? paragraph.alignment : alignment_;
    last_ = *count;
    return true;
  }

 private:
  DocumentCount last_;
  Alignment alignment_ = Alignment::Left;  // of the first count
};

}  // namespace

std::vector<FoundArticle> split_counted(std::span<const Paragraph> paragraphs) {
  std::vector<FoundArticle> found;
  Counts counts;
  const auto begins = [&](const Paragraph& one) { return counts.begins_article(one) || is_apology(one.text); };
  auto first = std::find_if(paragraphs.begin(), paragraphs.end(), begins);
  while (first != paragraphs.end()) {
    const auto next = std::find_if(first + 1, paragraphs.end(), begins);
    std::vector<Paragraph> article(first + 1, next);
    std::erase_if(article, [](const Paragraph& one) { return lines::flattened(one.text).empty(); });
    if (is_apology(first->text)) {
      found.emplace_back().why_no_text = "Nexis says that an error kept it from giving this article: export it again";
    } else if (!article.empty() || next == paragraphs.end() || !is_apology(next->text)) {
      found.push_back(read_article(article));
    }
    first = next;
  }
  return found;
}

}  // namespace nutgraf::read::press
