// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/base/failure.h"
#include "indexer/read/roots.h"
#include "indexer/read/walk.h"

namespace nutgraf::command {
namespace {

/// The input so that it means the same from any folder, what was typed still to be seen in it.
std::string anchored(const std::string& input) {
  if (input == read::kStandardInput || input.starts_with('/')) {
    return input;
  }
  return std::filesystem::current_path().string() + std::string(read::kTypedMark) + input;
}

std::vector<std::string> anchored(const std::vector<std::string>& inputs) {
  std::vector<std::string> result;
  std::ranges::transform(inputs, std::back_inserter(result), [](const std::string& input) { return anchored(input); });
  return result;
}

std::string absolute(const std::string& path) {
  return read::absolute_path(path).string();
}

std::vector<std::string> absolute(const std::vector<std::string>& paths) {
  std::vector<std::string> result;
  std::ranges::transform(paths, std::back_inserter(result), [](const std::string& path) { return absolute(path); });
  return result;
}

template <typename Value>
void set_if(Value& target, const std::optional<Value>& value) {
  if (value) {
    target = *value;
  }
}

/// `options` with everything that was typed put over it.
read::ReadOptions with_choice(read::ReadOptions options, const ReadingChoice& choice) {
  set_if(options.language, choice.language);
  set_if(options.format, choice.format);
  set_if(options.date_from, choice.date_from);
  set_if(options.meta_file, choice.meta_file);
  set_if(options.meta_lines, choice.meta_lines);
  set_if(options.split_level, choice.split_level);
  set_if(options.unpack.bytes, choice.unpack_bytes);
  set_if(options.unpack.ratio, choice.unpack_ratio);
  set_if(options.unpack.depth, choice.unpack_depth);
  set_if(options.copies_window, choice.copies_window);
  if (choice.boilerplate) {
    options.keep_boilerplate = *choice.boilerplate == survey::Furniture::Kept;
  }
  if (choice.repair) {
    options.repair = *choice.repair == Switch::On;
  }
  if (!choice.map.empty()) {
    options.map = choice.map;
  }
  if (!choice.set.empty()) {
    options.set = choice.set;
  }
  if (choice.source_from_folder == Switch::On) {
    options.source_from_folder = true;
  }
  if (!choice.roots.empty()) {
    options.roots = absolute(choice.roots);
  }
  if (!choice.inputs.empty()) {
    options.inputs = anchored(choice.inputs);
  }
  return options;
}

/// The name of an option that was typed otherwise than the index remembers it; empty = none.
std::string_view conflict(const read::ReadOptions& wanted, const read::ReadOptions& remembered,
                          const ReadingChoice& choice) {
  const std::array<std::pair<std::string_view, bool>, 15> options = {{
      {"--lang", wanted.language == remembered.language},
      {"--format", wanted.format == remembered.format},
      {"--date-from", wanted.date_from == remembered.date_from},
      {"--map", wanted.map == remembered.map},
      {"--set", wanted.set == remembered.set},
      {"--source-from", wanted.source_from_folder == remembered.source_from_folder},
      {"--meta-file", wanted.meta_file == remembered.meta_file},
      {"--meta-lines", wanted.meta_lines == remembered.meta_lines},
      {"--split-at", wanted.split_level == remembered.split_level},
      {"--repair", wanted.repair == remembered.repair},
      {"--unpack-limit", wanted.unpack.bytes == remembered.unpack.bytes},
      {"--unpack-ratio", wanted.unpack.ratio == remembered.unpack.ratio},
      {"--unpack-depth", wanted.unpack.depth == remembered.unpack.depth},
      {"--copies-window", wanted.copies_window == remembered.copies_window},
      {"--keep-boilerplate", wanted.keep_boilerplate == remembered.keep_boilerplate},
  }};
  const auto* const other = std::ranges::find(options, false, &std::pair<std::string_view, bool>::second);
  if (other != options.end()) {
    return other->first;
  }
  const auto is_known = [&](const std::string& root) {
    return std::ranges::find(remembered.roots, root) != remembered.roots.end();
  };
  const bool roots_known = choice.roots.empty() || std::ranges::all_of(wanted.roots, is_known);
  return roots_known ? std::string_view() : "--root";
}

}  // namespace

read::ReadOptions reading_for_build(const ReadingChoice& choice, const std::optional<ledger::Manifest>& remembered) {
  const bool again = choice.inputs.empty();
  if (again && (!remembered || remembered->reading.inputs.empty())) {
    throw Failure(ExitCode::Usage, "build needs something to read: no INPUT was given and no earlier one is remembered",
                  "nutgraf-index build INDEX INPUT...");
  }
  read::ReadOptions reading = with_choice(again ? remembered->reading : read::ReadOptions(), choice);
  if (!choice.roots.empty()) {
    return read::with_roots(std::move(reading), {});
  }
  reading.roots.clear();
  std::vector<std::string> known = remembered ? remembered->reading.roots : std::vector<std::string>();
  // An index built anew from other places starts with roots of its own.
  const bool any_held = std::ranges::any_of(known, [&](const std::string& root) {
    return std::ranges::any_of(reading.inputs,
                               [&](const std::string& input) { return read::holds(root, absolute(input)); });
  });
  return read::with_roots(std::move(reading), any_held ? known : std::vector<std::string>());
}

read::ReadOptions reading_for_update(const ReadingChoice& choice, const ledger::Manifest& remembered) {
  read::ReadOptions reading = with_choice(remembered.reading, choice);
  if (const std::string_view name = conflict(reading, remembered.reading, choice); !name.empty()) {
    throw Failure(ExitCode::Usage, fmt::format("{} differs from what this index was built with", name),
                  fmt::format("leave {} out, or use nutgraf-index build to read everything that way", name));
  }
  if (reading.inputs.empty()) {
    throw Failure(ExitCode::Usage, "update needs something to read: no INPUT was given and none is remembered",
                  "nutgraf-index update INDEX INPUT...");
  }
  reading.roots.clear();
  return read::with_roots(std::move(reading), remembered.reading.roots);
}

read::ReadOptions reading_for_preview(const ReadingChoice& choice) {
  return read::with_roots(with_choice({}, choice), {});
}

read::ReadOptions remembered_reading(read::ReadOptions reading) {
  std::erase(reading.inputs, read::kStandardInput);
  return reading;
}

read::ReadOptions remembered_reading(read::ReadOptions reading, const ledger::Manifest& before) {
  reading = remembered_reading(std::move(reading));
  std::vector<std::string> inputs = before.reading.inputs;
  for (const std::string& input : reading.inputs) {
    const auto covers = [&](const std::string& known) { return read::holds(absolute(known), absolute(input)); };
    if (std::ranges::none_of(inputs, covers)) {
      inputs.push_back(input);
    }
  }
  reading.inputs = std::move(inputs);
  std::vector<std::string> roots = before.reading.roots;  // in the order in which they became known
  for (const std::string& root : reading.roots) {
    if (std::ranges::find(roots, root) == roots.end()) {
      roots.push_back(root);
    }
  }
  reading.roots = std::move(roots);
  return reading;
}

}  // namespace nutgraf::command
