// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/meta_file.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "core/base/ascii.h"
#include "core/base/failure.h"
#include "core/base/folder_entries.h"
#include "indexer/read/encoding.h"
#include "indexer/read/field_value.h"
#include "indexer/read/file_source.h"
#include "indexer/read/json/record.h"
#include "indexer/read/lines/clean_lines.h"

namespace nutgraf::read {
namespace {

constexpr std::uint64_t kLimit = 16UL * 1024 * 1024;
constexpr const char* kSource = "record";

/// What programs write where they know nothing.
bool is_nothing(std::string_view value) {
  constexpr std::array<std::string_view, 5> kNothing = {"", "None", "null", "NaN", "-"};
  return std::ranges::find(kNothing, value) != kNothing.end();
}

std::vector<std::string> cut(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.emplace_back(ascii::trimmed(text.substr(0, end)));
    if (end == text.size()) {
      return parts;
    }
    text.remove_prefix(end + 1);
  }
}

/// The field that an option names, by way of --map.
Target target_named(const std::string& field) {
  ReadOptions options;
  options.map.emplace_back(field, "line");
  return KeyPlan(options).map.front().target;
}

void set_value(Article& article, const Target& target, const std::string& value) {
  ArticleRecord& record = article.record;
  if (!target.field) {
    set_meta(record, target.meta, value, KeyPlan::Reach::Lacking);
  } else if (*target.field == Field::Id) {
    set_meta(record, "id", value, KeyPlan::Reach::Lacking);
  } else if (*target.field != Field::Date) {
    set_field(record, *target.field, value, KeyPlan::Reach::Lacking);
  } else {
    set_date(article, "date", value, kSource);
  }
}

/// "3/1/2018" as "03/01/2018": the digits of patterns have a fixed width.
std::string with_two_digits(std::string_view value) {
  std::string padded;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool alone = ascii::is_digit(value[at]) && (at == 0 || !ascii::is_digit(value[at - 1])) &&
                       (at + 1 == value.size() || !ascii::is_digit(value[at + 1]));
    padded.append(alone ? "0" : "").append(1, value[at]);
  }
  return padded;
}

/// A date of the form that --meta-lines says, else of any other that has one reading.
void set_day(Article& article, const dates::DatePattern& pattern, const std::string& value) {
  if (const auto day = pattern.match(with_two_digits(value))) {
    article.record.date = schema::to_string(*day);
    article.record.date_source = kSource;
  } else {
    set_value(article, Target{Field::Date, {}}, value);
  }
}

/// "Author: Ann Lee", by the names of keys.
void set_keyed(Article& article, std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) {
    return;
  }
  const std::string key(ascii::trimmed(line.substr(0, colon)));
  const std::string value(ascii::trimmed(line.substr(colon + 1)));
  if (is_nothing(value)) {
    return;
  }
  const auto automatic = automatic_key(key, value);
  const bool fills = automatic && automatic->field != Field::Text && automatic->field != Field::Id;
  set_value(article, fills ? Target{automatic->field, {}} : Target{{}, key}, value);
}

}  // namespace

MetaFiles::Line MetaFiles::read_line(const std::string& field) {
  const std::size_t colon = field.find(':');
  Line line;
  try {
    if (field != "-") {
      line.target = target_named(field.substr(0, colon));
    }
    if (colon != std::string::npos) {
      line.date.emplace(field.substr(colon + 1));
    }
  } catch (const Failure&) {
    throw Failure(ExitCode::Usage, fmt::format("--meta-lines: `{}` is no field", field),
                  "title, date, source, url, lang, authors, section, tags, meta.NAME, date:%d/%m/%Y, or - for nothing");
  }
  return line;
}

MetaFiles::MetaFiles(const ReadOptions& options) : keys_(options) {
  if (options.meta_file.empty()) {
    if (!options.meta_lines.empty()) {
      throw Failure(ExitCode::Usage, "--meta-lines goes with --meta-file",
                    "say where the metadata lies, as in '%n-meta.txt'");
    }
    return;
  }
  std::string_view pattern = options.meta_file;
  has_folder_ = pattern.starts_with("%d");
  pattern.remove_prefix(has_folder_ ? 2 : 0);
  const std::size_t name = pattern.find("%n");
  const bool sound = name != std::string_view::npos && pattern.find('%', name + 1) == std::string_view::npos &&
                     pattern.find('/', name) == std::string_view::npos &&
                     pattern.substr(0, name).find('%') == std::string_view::npos && pattern.size() > 2 &&
                     !(has_folder_ && pattern.substr(0, name).find('/') == std::string_view::npos);
  if (!sound) {
    throw Failure(ExitCode::Usage, fmt::format("--meta-file {}: this is no place beside a file", options.meta_file),
                  "%n is the name without its extension, %d at the beginning its folder: '%n.json', '%d-meta/%n.txt'");
  }
  before_name_ = pattern.substr(0, name);
  after_name_ = pattern.substr(name + 2);
  if (options.meta_lines.empty()) {
    return;
  }
  for (const std::string& field : cut(options.meta_lines, ',')) {
    lines_.push_back(read_line(field));
  }
}

std::filesystem::path MetaFiles::expanded(const std::filesystem::path& folder, const std::string& name) const {
  const std::string tail = before_name_ + name + after_name_;
  return has_folder_ ? std::filesystem::path(folder.native() + tail) : folder / tail;
}

std::optional<std::filesystem::path> MetaFiles::of(const std::filesystem::path& file) const {
  if (before_name_.empty() && after_name_.empty()) {
    return std::nullopt;
  }
  std::filesystem::path meta = expanded(file.parent_path(), file.stem().native());
  std::error_code error;
  return meta != file && std::filesystem::is_regular_file(meta, error) ? std::optional(std::move(meta)) : std::nullopt;
}

const std::set<std::string>& MetaFiles::names_in(const std::filesystem::path& folder) {
  const auto [place, added] = names_.try_emplace(folder);
  if (added) {
    for (const auto& entry : folder_entries(folder)) {
      place->second.insert(entry.path().filename().native());
    }
  }
  return place->second;
}

bool MetaFiles::is_one(const std::filesystem::path& file) {
  const std::size_t slash = before_name_.rfind('/');
  const std::string folder_tail = slash == std::string::npos ? std::string() : before_name_.substr(0, slash);
  const std::string head = slash == std::string::npos ? before_name_ : before_name_.substr(slash + 1);
  const std::string name = file.filename().native();
  const std::string folder = file.parent_path().native();
  const bool fits = !(before_name_.empty() && after_name_.empty()) && name.size() > head.size() + after_name_.size() &&
                    name.starts_with(head) && name.ends_with(after_name_) && folder.ends_with(folder_tail);
  if (!fits) {
    return false;
  }
  std::string owner_folder = folder.substr(0, folder.size() - folder_tail.size());
  while (!has_folder_ && !folder_tail.empty() && owner_folder.ends_with('/')) {
    owner_folder.pop_back();
  }
  const std::string owner = name.substr(head.size(), name.size() - head.size() - after_name_.size());
  const std::set<std::string>& names = names_in(owner_folder);
  for (auto other = names.lower_bound(owner); other != names.end() && other->starts_with(owner); ++other) {
    if (std::filesystem::path(*other).stem().native() == owner && owner_folder + "/" + *other != file.native()) {
      return true;
    }
  }
  return false;
}

void MetaFiles::read_lines(std::string_view text, Article& article) const {
  const std::vector<std::string> values = cut(text, '\n');
  if (lines_.empty()) {
    std::ranges::for_each(values, [&](const std::string& line) { set_keyed(article, line); });
    return;
  }
  for (std::size_t i = 0; i < std::min(values.size(), lines_.size()); ++i) {
    const Line& line = lines_[i];
    if (!line.target || is_nothing(values[i])) {
      continue;
    }
    if (line.date) {
      set_day(article, *line.date, values[i]);
    } else {
      set_value(article, *line.target, values[i]);
    }
  }
}

std::shared_ptr<const Article> MetaFiles::read(const std::filesystem::path& file) const {
  FileSource bytes(file.native());
  std::string text = decode(read_all(bytes, kLimit)).text;
  auto article = std::make_shared<Article>();
  if (!ascii::trimmed(text).starts_with('{')) {
    lines::clean_lines(text);
    read_lines(text, *article);
    return article;
  }
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(text).get(object) != simdjson::SUCCESS) {
    throw Unreadable(fmt::format("its metadata {} is no JSON object", file.filename().string()));
  }
  *article = json::read_record(object, keys_).article;
  article->record.id.clear();
  return article;
}

}  // namespace nutgraf::read
