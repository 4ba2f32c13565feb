// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/clean/mojibake.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/clean/mangled.h"

namespace nutgraf::clean {
namespace {

/// How sure it is that a run is no text that somebody wrote.
enum class Certainty : std::uint8_t {
  Weak,  // only among others
  Strong,
};

struct Run {
  std::size_t begin;
  std::size_t end;
  std::string mended;
  Certainty certainty;
};

std::size_t end_of_mangled(std::string_view text, std::size_t at) {
  const auto end = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), ascii::is_ascii);
  return static_cast<std::size_t>(end - text.begin());
}

/// What stands on either side of a run: ASCII, or the edge of the text.
struct Neighbours {
  char before = ' ';
  char after = ' ';
};

/// Whether a run is "à" or a hard blank as windows-1252, where no one would write the letter: "Ã" as a word, "Â" behind
/// a word or a sign.
bool is_mangled_blank(std::string_view run, char before) {
  const bool blank = ascii::is_space(before);
  return run == "Ã\u00A0" ? blank || before == '\'' || before == '('
                          : run == "Â\u00A0" && !blank && !ascii::is_upper(before);
}

/// Nothing where `run` is as likely what somebody wrote.
std::optional<Certainty> judge(std::string_view run, std::string_view mended, const Neighbours& around) {
  if (is_mangled_blank(run, around.before)) {
    return Certainty::Strong;
  }
  const Shape shape = shape_of(run);
  const Outcome outcome = outcome_of(mended);
  if (shape == Shape::LettersAndQuotes && outcome == Outcome::OneFarLetter) {
    return std::nullopt;  // "café\u00A0»" is not a Chinese character
  }
  if (outcome == Outcome::Far) {
    return Certainty::Strong;
  }
  if (outcome != Outcome::Latin) {
    return Certainty::Weak;
  }
  if (shape == Shape::LettersAndQuotes) {
    return ascii::is_lower(around.after) ? Certainty::Strong : Certainty::Weak;  // IRMÃ» closes a quotation
  }
  if (!ascii::is_letter(around.before) && !ascii::is_letter(around.after)) {
    return shape == Shape::LetterAndSign ? Certainty::Strong : Certainty::Weak;
  }
  // ROMÃ® may be a trade mark; no word goes on behind it, and none has a capital after a small letter.
  return ascii::is_letter(around.after) || ascii::is_lower(around.before) ? Certainty::Strong : Certainty::Weak;
}

std::vector<Run> find_runs(std::string_view text) {
  std::vector<Run> runs;
  for (std::size_t at = 0; at < text.size();) {
    if (ascii::is_ascii(text[at])) {
      const auto next = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), ascii::is_ascii);
      at = static_cast<std::size_t>(next - text.begin());
      continue;
    }
    constexpr std::string_view kHardBlank = "\xC2\xA0";
    std::size_t end = end_of_mangled(text, at);
    auto mended = unmangled(text.substr(at, end - at));
    if (!mended && text.substr(at, end - at).ends_with(kHardBlank)) {  // a blank behind what was mangled
      end -= kHardBlank.size();
      mended = unmangled(text.substr(at, end - at));
    }
    const std::string_view run = text.substr(at, end - at);
    if (mended) {
      const Neighbours around{at == 0 ? ' ' : text[at - 1], end == text.size() ? ' ' : text[end]};
      if (const auto certainty = judge(run, *mended, around)) {
        runs.push_back({at, end, std::move(*mended), *certainty});
      }
    }
    at = std::max(end, at + 1);
  }
  return runs;
}

}  // namespace

void mend_mojibake(std::string& text, const OnRepair& on_repair) {
  constexpr std::ptrdiff_t kManyStrong = 3;
  if (!may_be_mangled(text)) {
    return;
  }
  std::vector<Run> runs = find_runs(text);
  const auto strong = std::ranges::count(runs, Certainty::Strong, &Run::certainty);
  if (strong < kManyStrong) {
    std::erase_if(runs, [](const Run& run) { return run.certainty == Certainty::Weak; });
  }
  if (runs.empty()) {
    return;
  }
  std::string mended;
  mended.reserve(text.size());
  std::size_t done = 0;
  for (const Run& run : runs) {
    mended.append(text, done, run.begin - done).append(run.mended);
    on_repair(std::string_view(text).substr(run.begin, run.end - run.begin), run.mended);
    done = run.end;
  }
  text = std::move(mended.append(text, done));
}

}  // namespace nutgraf::clean
