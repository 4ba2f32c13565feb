// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/byline.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "core/base/ascii.h"
#include "core/text/lower_case.h"
#include "indexer/read/dates/months.h"
#include "indexer/read/html/byline_date.h"
#include "indexer/read/html/byline_words.h"
#include "indexer/read/html/east_asian_names.h"

namespace nutgraf::read::html {
namespace {

constexpr std::size_t kLongestName = 60;

// Between what was done and who did it: "Posted on 5 May 2020 by Jane Roe".
constexpr auto kJointWords =
    std::to_array<std::string_view>({" by ", " von ", " par ", " por ", " door ", " di ", " av "});

/// "ByJane Roe", "Byby Jane Roe" -> "Jane Roe", "by Jane Roe": elements side by side.
std::string_view without_glued_by(std::string_view byline) {
  const bool glued = byline.starts_with("By") && byline.size() > 2 &&
                     (ascii::is_upper(byline[2]) || byline.substr(2).starts_with("by "));
  return glued ? byline.substr(2) : byline;
}

std::string without_word_before(std::string_view byline) {
  byline = without_glued_by(byline);
  const std::string lowered = lower_case(byline);
  for (const std::string_view word : kBefore) {
    if (lowered.starts_with(word)) {
      return without_word_before(ascii::trimmed(byline.substr(word.size())));
    }
  }
  return std::string(byline);
}

/// Whether numbers may be part of a name: "hp1337" where data say that it is one, none in a line of text.
enum class Numbers : std::uint8_t { Refused, InWords };

/// Words that make a description of what could be a name: "our bloggers".
bool begins_with_possessive(std::string_view name) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"our", "your", "unser", "unsere", "unserem", "unseren", "deinem", "deinen",
                                       "ihrem", "ihren", "notre", "votre", "nuestro", "nuestra"});
  return std::ranges::find(kWords, name.substr(0, name.find(' '))) != kWords.end() && name.find(' ') != name.npos;
}

/// What follows a name and names no one: "AP Auto Writer", "MD".
bool is_role(std::string_view part) {
  constexpr auto kRoles = std::to_array<std::string_view>(
      {"editing by",    "edited by",  "writer",        "editor",      "correspondent", "reporter",
       "journalist",    "columnist",  "critic",        "contributor", "staff",         "special to",
       " for ",         "redakteur",  "korrespondent", "chefredakt",  "volont",        "journaliste",
       "correspondant", "periodista", "jornalista",    "giornalista", "dziennikarz"});
  constexpr auto kDegrees = std::to_array<std::string_view>(
      {"md",  "m.d.", "ms",  "ma",  "ba",  "rd",  "rdn", "rn",  "phd", "ph.d.", "mba", "cpa", "jd",
       "esq", "esq.", "msc", "bsc", "dds", "mph", "jr",  "jr.", "sr",  "sr.",   "ii",  "iii"});
  const std::string lowered = ascii::lowered(part);
  return std::ranges::find(kDegrees, lowered) != kDegrees.end() ||
         std::ranges::any_of(kRoles, [&](std::string_view role) { return lowered.find(role) != lowered.npos; });
}

/// A line that is nothing but a role: "Staff Writer".
bool is_only_role(std::string_view name) {
  constexpr auto kRoles = std::to_array<std::string_view>({"writer", "reporter", "correspondent", "columnist", "critic",
                                                           "contributor", "blogger", "redakteur", "redakteurin",
                                                           "korrespondent", "korrespondentin", "journaliste"});
  constexpr auto kKinds =
      std::to_array<std::string_view>({"staff", "senior", "freelance", "contributing", "guest", "special", "political",
                                       "national", "foreign", "sports", "chief", "freier", "freie"});
  const std::string lowered = ascii::lowered(name);
  std::string_view rest = lowered;
  while (rest.find(' ') != std::string_view::npos) {
    const std::string_view kind = rest.substr(0, rest.find(' '));
    if (std::ranges::find(kKinds, kind) == kKinds.end()) {
      return false;
    }
    rest.remove_prefix(kind.size() + 1);
  }
  return std::ranges::find(kRoles, rest) != kRoles.end();
}

/// Whether a word, or what a sign cuts off one, begins with a digit: "BR24 Newsroom" has no number.
bool has_number(std::string_view name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool inside = i > 0 && (ascii::is_alphanumeric(name[i - 1]) || !ascii::is_ascii(name[i - 1]));
    if (ascii::is_digit(name[i]) && !inside) {
      return true;
    }
  }
  return false;
}

/// What stands beside names: "(Brussels", "in Brussels", "Wednesday".
bool tells_no_one(std::string_view name) {
  constexpr std::size_t kFullWeekday = 6;
  const bool weekday =
      name.size() >= kFullWeekday && name.find(' ') == std::string_view::npos && dates::is_weekday(name);
  return weekday || name.starts_with('(') || name.starts_with("in ") || name.starts_with("em ");
}

bool is_name(std::string_view name, Numbers numbers) {
  if (name.empty() || name.size() > kLongestName || std::ranges::count(name, ' ') > 7 ||
      name.find(':') != std::string_view::npos) {
    return false;
  }
  const std::string lowered = ascii::lowered(name);
  const std::string word = lowered + " ";
  if (std::ranges::find(kBefore, word) != kBefore.end() || begins_with_possessive(lowered) || tells_no_one(name)) {
    return false;
  }
  const bool digits = numbers == Numbers::InWords ? has_number(name) : std::ranges::any_of(name, ascii::is_digit);
  const bool letters = std::ranges::any_of(name, [](char c) { return ascii::is_letter(c) || !ascii::is_ascii(c); });
  return letters && !digits &&
         std::ranges::none_of(kNoNames, [&](std::string_view none) { return lowered.find(none) != std::string::npos; });
}

}  // namespace

bool is_capitalised(std::string_view name) {
  constexpr auto kParticles =
      std::to_array<std::string_view>({"al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos",
                                       "du", "el",  "la", "le", "ten", "ter",   "van", "von", "y",  "zu"});
  while (!name.empty()) {
    const std::string_view word = name.substr(0, name.find(' '));
    const bool particle = std::ranges::find(kParticles, word) != kParticles.end();
    if (!word.empty() && ascii::is_ascii(word[0]) && !ascii::is_upper(word[0]) && !particle) {
      return false;
    }
    name.remove_prefix(std::min(word.size() + 1, name.size()));
  }
  return true;
}

namespace {

/// "Staff and news service reports" are one: what an "and" joins to a single word is no name.
bool is_one_phrase(std::string_view head, std::string_view tail) {
  tail = tail.substr(0, tail.find_first_of(",;|\n"));
  const bool described = !tail.empty() && ascii::is_lower(tail[0]) && tail.find(' ') != std::string_view::npos;
  return described && head.find(' ') == std::string_view::npos && !is_role(tail);
}

/// "José Silva e Souza" is one name: a surname alone follows the "and" of it.
bool is_one_name(std::string_view head, std::string_view conjunction, std::string_view tail) {
  const bool may_join = conjunction == " e " || conjunction == " y ";
  return may_join && head.find(' ') != std::string_view::npos && !tail.empty() &&
         tail.find_first_of(" ,;|/\n") == std::string_view::npos;
}

/// What stands between two names.
struct Joint {
  std::size_t size = 0;  // 0: nothing does
  bool is_conjunction = false;
};

/// The joint that `rest` begins with; `head` is the name before it.
Joint joint_at(std::string_view head, std::string_view rest) {
  constexpr auto kConjunctions = std::to_array<std::string_view>(
      {" and ", " und ", " et ", " y ", " e ", " og ", " och ", " & ", " with ", " avec "});
  constexpr auto kOthers = std::to_array<std::string_view>({" am ", " on ", " um ", " at ", " mit ", ", ", "; ", ";",
                                                            " | ", " / ", " • ", " · ", " – ", " — ", " - ", "\n"});
  const auto begins = [&](std::string_view joint) { return rest.starts_with(joint); };
  const auto* const conjunction = std::ranges::find_if(kConjunctions, begins);
  if (conjunction != kConjunctions.end()) {
    const std::string_view tail = rest.substr(conjunction->size());
    const bool inside = is_one_phrase(head, tail) || is_one_name(head, *conjunction, tail);
    return inside ? Joint{} : Joint{conjunction->size(), true};
  }
  const auto* const other = std::ranges::find_if(kOthers, begins);
  return other == kOthers.end() ? Joint{} : Joint{other->size(), false};
}

/// A piece of a byline between joints.
struct BylinePart {
  std::string text;
  bool behind_conjunction = false;
};

/// Of "(Brussels, Rome), ..." the brackets; 0 where a text begins with none or they do not end.
std::size_t brackets_at(std::string_view text) {
  const std::size_t end = text.starts_with('(') ? text.find(')') : std::string_view::npos;
  return end == std::string_view::npos ? 0 : end + 1;
}

/// Cuts where one name ends and the next begins.
std::vector<BylinePart> cut_at_joints(std::string_view byline) {
  std::vector<BylinePart> parts(1);
  while (!byline.empty()) {
    if (const std::size_t brackets = brackets_at(byline); brackets > 0) {
      parts.back().text += byline.substr(0, brackets);
      byline.remove_prefix(brackets);
    } else if (const Joint joint = joint_at(parts.back().text, byline); joint.size > 0) {
      parts.push_back({{}, joint.is_conjunction});
      byline.remove_prefix(joint.size);
    } else {
      parts.back().text += byline.front();
      byline.remove_prefix(1);
    }
  }
  return parts;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

/// With blanks as such, without soft hyphens.
std::string plain_line(std::string_view text) {
  std::string line(ascii::trimmed(text));
  replace_all(line, "\u00A0", " ");
  replace_all(line, "\u00AD", "");
  return line;
}

/// "김철수 기자" -> "김철수".
std::string_view without_role_behind(std::string_view name) {
  for (const std::string_view role : {" 기자", " 記者", " 记者"}) {
    if (name.ends_with(role)) {
      return name.substr(0, name.size() - role.size());
    }
  }
  return name;
}

/// "Jane Roe in London", "Jane Roe for the Islander" -> "Jane Roe".
std::string_view without_place(std::string_view name) {
  for (const std::string_view sign : {" in ", " for ", " For ", " of the ", " of The "}) {
    const std::string_view before = name.substr(0, name.find(sign));
    name = before.find(' ') == std::string_view::npos ? name : before;
  }
  return name;
}

/// "Jane Roe (text):", "Jane Roe@janeroe" -> "Jane Roe".
std::string_view without_what_follows(std::string_view name) {
  constexpr auto kSigns =
      std::to_array<std::string_view>({",", ":", " ", "»", "·", "•", "|", "-", "–", "—", "，", "：", "　", "）", "،"});
  for (const std::string_view sign : {" (", " @"}) {
    const std::size_t at = name.find(sign);
    name = at == 0 ? name : name.substr(0, at);
  }
  if (const std::size_t at = name.find_first_of("(@"); name.substr(0, at).find(' ') != std::string_view::npos) {
    name = name.substr(0, at);
  }
  const auto sign_behind = [&] {
    return std::ranges::find_if(kSigns, [&](std::string_view sign) { return name.ends_with(sign); });
  };
  for (const auto* sign = sign_behind(); sign != kSigns.end(); sign = sign_behind()) {
    name.remove_suffix(sign->size());
  }
  return without_role_behind(name);
}

/// Whether what follows full names is where they wrote: "Jane Roe, Berlin"; "AFP" is an agency.
bool is_place_behind(const std::vector<std::string>& names, const BylinePart& part) {
  constexpr std::size_t kLongestAgency = 4;
  const std::string_view word = ascii::trimmed(part.text);
  const bool agency = word.size() <= kLongestAgency && std::ranges::all_of(word, ascii::is_alphanumeric);
  const auto is_full = [](const std::string& name) { return name.find(' ') != std::string::npos; };
  return !names.empty() && !part.behind_conjunction && !agency && word.find(' ') == std::string_view::npos &&
         std::ranges::all_of(names, is_full);
}

/// "in Politics" behind a name, "MDR Radio" behind full names: where it stands, and the house of who wrote it.
bool is_section_or_house(const std::vector<std::string>& names, std::string_view part) {
  constexpr std::size_t kShortest = 2;
  constexpr std::size_t kLongest = 5;
  const std::string_view first = part.substr(0, part.find(' '));
  const auto in_capitals = [](std::string_view name) { return std::ranges::none_of(name, ascii::is_lower); };
  const bool house = first.size() < part.size() && first.size() >= kShortest && first.size() <= kLongest &&
                     std::ranges::all_of(first, ascii::is_upper) && std::ranges::none_of(names, in_capitals);
  return !names.empty() && (house || first == "in");
}

/// Where names stand.
enum class Origin : std::uint8_t { Line, Data };

std::vector<std::string> names_in(std::string_view line, Numbers numbers, Origin origin = Origin::Line) {
  std::vector<std::string> names;
  for (const BylinePart& part : cut_at_joints(without_word_before(ascii::trimmed(line)))) {
    const std::string written = without_word_before(ascii::trimmed(part.text));
    const std::string_view plain = without_what_follows(written);
    const std::string name(origin == Origin::Line ? without_place(plain) : plain);
    if ((!names.empty() && is_role(name)) || (origin == Origin::Line && is_only_role(name))) {
      continue;
    }
    if (origin == Origin::Line && (is_place_behind(names, part) || is_section_or_house(names, written))) {
      break;
    }
    if (is_name(name, numbers)) {
      add_new(names, {name});
    } else if (!names.empty()) {
      break;  // a place, a date, a profession
    }
  }
  return names;
}

/// "4 марта 2014 г. Автор: Иван Петров": of scripts whose labels are no words of others.
std::vector<std::string> names_behind_label(std::string_view line) {
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"автор: ", "авторы: ", "автори: ", "текст: ", "כתב: ", "מאת: ", "كتب: ", "بقلم: ", "الكاتب: ", "نویسنده: ",
       "โดย: ", "โดย ", "लेखक: ", "লেখক: ", "συντάκτης: "});
  const std::string lowered = lower_case(line);
  for (const std::string_view label : kLabels) {
    const std::size_t at = lowered.find(" " + std::string(label));
    if (at != std::string::npos) {
      const std::string_view rest = line.substr(at + 1 + label.size());
      return names_in(rest.substr(0, rest.find(" | ")), Numbers::Refused);
    }
  }
  return {};
}

}  // namespace

void add_new(std::vector<std::string>& names, const std::vector<std::string>& more) {
  constexpr std::size_t kMost = 1000;  // no article has more; a page that is made to take long may
  for (const std::string& name : more) {
    if (names.size() < kMost && std::ranges::find(names, name) == names.end()) {
      names.push_back(name);
    }
  }
}

std::vector<std::string> names_in_byline(std::string_view byline) {
  const std::string line = plain_line(byline);
  if (std::vector<std::string> found = east_asian_names(line); !found.empty()) {
    return found;
  }
  const std::string_view before = without_date_behind(line);
  const std::string_view behind = std::string_view(line).substr(before.size());
  for (const std::string_view joint : kJointWords) {
    const std::size_t at = behind.find(joint);
    if (at != std::string_view::npos) {
      std::vector<std::string> names = names_in(behind.substr(at + joint.size()), Numbers::Refused);
      if (!names.empty()) {
        return names;
      }
    }
  }
  const bool is_label = before.find(' ') == before.npos || before.ends_with(':');  // "Date 5 May 2020 | Jane Roe"
  std::vector<std::string> names = is_label ? std::vector<std::string>() : names_in(before, Numbers::InWords);
  const bool cut = before.size() < line.size() && without_word_before(before).size() == before.size();
  std::erase_if(names, [&](const std::string& name) { return cut && !is_capitalised(name); });
  const bool only_label = line.ends_with(':') && line.find(' ') == line.npos;
  return names.empty() && !only_label ? names_in(line, Numbers::Refused) : names;
}

/// "Roe, Jane", as catalogues write one name.
bool is_turned_name(std::string_view value) {
  const std::size_t comma = value.find(", ");
  return comma != std::string_view::npos && value.find(' ') == comma + 1 && value.rfind(' ') == comma + 1 &&
         is_capitalised(value) && !is_role(value.substr(comma + 2));
}

std::vector<std::string> names_in_data(std::string_view value) {
  if (is_turned_name(ascii::trimmed(value))) {
    return {std::string(ascii::trimmed(value))};
  }
  return names_in(plain_line(value), Numbers::InWords, Origin::Data);
}

std::vector<std::string> names_in_line(std::string_view text) {
  const std::string line = plain_line(text);
  if (std::vector<std::string> found = east_asian_names(line); !found.empty()) {
    return found;
  }
  std::string_view names = line;
  if (std::ranges::any_of(line, ascii::is_digit)) {
    for (const std::string_view joint : kJointWords) {
      const std::size_t at = line.find(joint);
      names = at == std::string::npos ? names : std::string_view(line).substr(at + 1);
    }
  }
  while (names.ends_with(':')) {
    names.remove_suffix(1);
  }
  if (without_word_before(names).size() == names.size()) {
    return names_behind_label(line);
  }
  std::vector<std::string> found = names_in_byline(names);
  std::erase_if(found, [](const std::string& name) { return !is_capitalised(name); });
  return found;
}

bool is_author_label(std::string_view line) {
  const std::string label = ascii::lowered(without_what_follows(plain_line(line)));
  return std::ranges::any_of(kBefore, [&](std::string_view word) {
    return word.starts_with(label) && (word.substr(label.size()) == ": " || word.substr(label.size()) == " ");
  });
}

namespace {

/// "Prof. Dr. Jane R. Roe" -> "Jane Roe".
std::string without_titles_and_initials(std::string_view name) {
  constexpr auto kTitles = std::to_array<std::string_view>({"Dr.", "Prof.", "Dr", "Prof"});
  std::string plain;
  while (!name.empty()) {
    const std::string_view word = name.substr(0, name.find(' '));
    const bool initial = word.size() == 2 && ascii::is_upper(word[0]) && word[1] == '.';
    if (!initial && (!plain.empty() || std::ranges::find(kTitles, word) == kTitles.end())) {
      plain.append(plain.empty() ? "" : " ").append(word);
    }
    name.remove_prefix(std::min(word.size() + 1, name.size()));
  }
  return plain;
}

}  // namespace

bool is_full_name(std::string_view line) {
  constexpr auto kOffices = std::to_array<std::string_view>(
      {"redaktion", "rédaction", "redacción", "redazione", "redação", "editors", "staff", "newsroom", "team"});
  const std::string plain = without_titles_and_initials(line);
  line = plain;
  constexpr std::ptrdiff_t kMostBlanks = 2;
  constexpr std::string_view kNoLetters = "0123456789,.;:!?()[]/|\"@#&*+=_<>";
  const std::ptrdiff_t blanks = std::ranges::count(line, ' ');
  const bool letters = line.find_first_of(kNoLetters) == std::string_view::npos;
  const std::string words = " " + ascii::lowered(line) + " ";
  const bool office = std::ranges::any_of(
      kOffices, [&](std::string_view word) { return words.find(" " + std::string(word) + " ") != std::string::npos; });
  return blanks > 0 && blanks <= kMostBlanks && letters && !office && is_name(line, Numbers::Refused) &&
         is_capitalised(line);
}

}  // namespace nutgraf::read::html
