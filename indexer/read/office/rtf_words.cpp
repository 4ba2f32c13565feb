// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/rtf_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::read::office {
namespace {

using Destination = std::pair<std::string_view, RtfTarget>;

constexpr auto kDestinations = std::to_array<Destination>({
    {"fonttbl", RtfTarget::Fonts},      {"stylesheet", RtfTarget::Styles},    {"info", RtfTarget::Info},
    {"title", RtfTarget::Title},        {"author", RtfTarget::Author},        {"subject", RtfTarget::Subject},
    {"keywords", RtfTarget::Keywords},  {"doccomm", RtfTarget::Comment},      {"creatim", RtfTarget::Created},
    {"revtim", RtfTarget::Revised},     {"upr", RtfTarget::Alternative},      {"shpinst", RtfTarget::Shape},
    {"shptxt", RtfTarget::TextBox},     {"footnote", RtfTarget::Note},        {"colortbl", RtfTarget::LeftOut},
    {"pict", RtfTarget::LeftOut},       {"objdata", RtfTarget::LeftOut},      {"header", RtfTarget::LeftOut},
    {"headerl", RtfTarget::LeftOut},    {"headerr", RtfTarget::LeftOut},      {"headerf", RtfTarget::LeftOut},
    {"footer", RtfTarget::LeftOut},     {"footerl", RtfTarget::LeftOut},      {"footerr", RtfTarget::LeftOut},
    {"footerf", RtfTarget::LeftOut},    {"ftnsep", RtfTarget::LeftOut},       {"ftnsepc", RtfTarget::LeftOut},
    {"ftncn", RtfTarget::LeftOut},      {"aftnsep", RtfTarget::LeftOut},      {"aftnsepc", RtfTarget::LeftOut},
    {"aftncn", RtfTarget::LeftOut},     {"fldinst", RtfTarget::LeftOut},      {"shprslt", RtfTarget::LeftOut},
    {"nonshppict", RtfTarget::LeftOut}, {"listtext", RtfTarget::LeftOut},     {"pntext", RtfTarget::LeftOut},
    {"pntxta", RtfTarget::LeftOut},     {"pntxtb", RtfTarget::LeftOut},       {"xe", RtfTarget::LeftOut},
    {"tc", RtfTarget::LeftOut},         {"tcn", RtfTarget::LeftOut},          {"rxe", RtfTarget::LeftOut},
    {"txe", RtfTarget::LeftOut},        {"nonesttables", RtfTarget::LeftOut}, {"filetbl", RtfTarget::LeftOut},
    {"revtbl", RtfTarget::LeftOut},     {"printim", RtfTarget::LeftOut},      {"buptim", RtfTarget::LeftOut},
    {"operator", RtfTarget::LeftOut},   {"company", RtfTarget::LeftOut},      {"manager", RtfTarget::LeftOut},
    {"category", RtfTarget::LeftOut},   {"hlinkbase", RtfTarget::LeftOut},    {"comment", RtfTarget::LeftOut},
    {"template", RtfTarget::LeftOut},   {"falt", RtfTarget::LeftOut},         {"panose", RtfTarget::LeftOut},
    {"bkmkstart", RtfTarget::LeftOut},  {"bkmkend", RtfTarget::LeftOut},      {"themedata", RtfTarget::LeftOut},
});

constexpr auto kCharacters = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"line", "\n"},    {"tab", " "},       {"emdash", "—"},       {"endash", "–"},       {"bullet", "•"},
    {"lquote", "‘"},   {"rquote", "’"},    {"ldblquote", "“"},    {"rdblquote", "”"},    {"emspace", " "},
    {"enspace", " "},  {"qmspace", " "},   {"nestcell", " "},     {"nestrow", "\n"},     {"lbr", "\n"},
    {"zwj", "\u200D"}, {"zwnj", "\u200C"}, {"rtlmark", "\u200F"}, {"ltrmark", "\u200E"}, {"zwbo", "\u200B"},
});

}  // namespace

std::optional<RtfTarget> target_of(std::string_view word) {
  const auto found = std::ranges::find(kDestinations, word, &Destination::first);
  return found == kDestinations.end() ? std::nullopt : std::optional(found->second);
}

std::string_view characters_of(std::string_view word) {
  const auto found = std::ranges::find(kCharacters, word, &std::pair<std::string_view, std::string_view>::first);
  return found == kCharacters.end() ? std::string_view{} : found->second;
}

bool ends_paragraph(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>({"par", "sect", "page", "column"});
  return std::ranges::find(kWords, word) != kWords.end();
}

}  // namespace nutgraf::read::office
