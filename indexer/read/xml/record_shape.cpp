// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/record_shape.h"

#include <algorithm>
#include <utility>

#include "indexer/read/xml/record_stream.h"

namespace nutgraf::read::xml {
namespace {

using Steps = std::vector<std::string>;

Steps cut_at_slashes(std::string_view key) {
  Steps steps;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find('/'), key.size());
    std::string_view step = key.substr(0, end);
    step.remove_prefix(step.starts_with('@') ? 1 : 0);
    if (!step.empty()) {
      steps.emplace_back(step);
    }
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return steps;
}

bool is_from_root(const KeyPlan::Mapped& mapped) {
  return mapped.key.starts_with('/');
}

/// The deepest element that holds everything which paths from the root name.
Steps common_holder(const KeyPlan& keys) {
  Steps common;
  bool first = true;
  for (const KeyPlan::Mapped& mapped : keys.map) {
    if (!is_from_root(mapped)) {
      continue;
    }
    Steps steps = cut_at_slashes(mapped.key);
    steps.resize(steps.empty() ? 0 : steps.size() - 1);
    if (std::exchange(first, false)) {
      common = std::move(steps);
    } else {
      const auto [end, unused] = std::ranges::mismatch(common, steps);
      common.erase(end, common.end());
    }
  }
  return common;
}

/// The elements of the front, each with its path.
class Elements {
 public:
  /// Calls `visit(path, names of children and attributes)` for each element that is complete or has begun.
  template <typename Visit>
  static void walk(std::string_view front, const Visit& visit) {
    TextSource source(front);
    // Records of the root show the whole tree of the front.
    std::vector<std::pair<Steps, Steps>> found;
    RecordStream stream(source, [&](Path path) {
      Steps names;
      for (const Name& name : path) {
        names.push_back(qualified(name));
      }
      if (!names.empty()) {
        Steps parent(names.begin(), names.end() - 1);
        const auto same = std::ranges::find_if(found, [&](const auto& one) { return one.first == parent; });
        if (same != found.end()) {
          same->second.push_back(names.back());
        }
        const bool known = std::ranges::any_of(found, [&](const auto& one) { return one.first == names; });
        if (!known) {
          found.emplace_back(names, Steps{});
        }
      }
      return false;
    });
    try {
      while (stream.next()) {
      }
    } catch (const Unreadable&) {
      // The front breaks off: that is no fault.
    }
    for (const auto& [path, inside] : found) {
      visit(path, inside);
    }
  }
};

/// The name of the element by which the records are found: the first step to the text, else to the title, else to
/// anything.
std::string first_step(const KeyPlan& keys) {
  for (const Field wanted : {Field::Text, Field::Title}) {
    for (const KeyPlan::Mapped& mapped : keys.map) {
      if (mapped.target.field == wanted && !mapped.path.empty() && !mapped.key.empty()) {
        return mapped.path.front();
      }
    }
  }
  return {};
}

bool holds_text_and_more(const Steps& names) {
  bool text = false;
  bool other = false;
  for (const std::string& name : names) {
    const auto key = automatic_key(name);
    text = text || (key && key->field == Field::Text && key->standing == Standing::Own);
    other = other || (key && key->field != Field::Text);
  }
  return text && other;
}

/// Cuts the paths of --map that are written with slashes, those from the root behind the record.
void begin_at_record(RecordShape& shape) {
  for (KeyPlan::Mapped& mapped : shape.keys.map) {
    if (mapped.key.find('/') == std::string::npos && !mapped.key.starts_with('@')) {
      continue;
    }
    Steps steps = cut_at_slashes(mapped.key);
    if (is_from_root(mapped)) {
      const std::size_t outside = std::min(shape.path.size(), steps.size());
      steps.erase(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(outside));
    }
    mapped.path = steps.empty() ? Steps{""} : std::move(steps);
  }
}

}  // namespace

RecordShape record_shape(std::string_view front, const KeyPlan& keys) {
  RecordShape shape{keys, common_holder(keys)};
  begin_at_record(shape);
  if (!shape.path.empty()) {
    return shape;
  }
  const std::string wanted = first_step(shape.keys);
  Elements::walk(front, [&](const Steps& path, const Steps& inside) {
    const bool record =
        wanted.empty() ? holds_text_and_more(inside) : std::ranges::find(inside, wanted) != inside.end();
    if (shape.path.empty() && record) {
      shape.path = path;
    }
  });
  return shape;
}

std::string element_names(std::string_view front) {
  constexpr std::size_t kMost = 12;
  std::string names;
  std::size_t count = 0;
  Elements::walk(front, [&](const Steps& path, const Steps& /*inside*/) {
    if (count < kMost) {
      names.append(names.empty() ? "" : ", ");
      for (const std::string& step : path) {
        names.append("/").append(step);
      }
    } else if (count == kMost) {
      names.append(", ...");
    }
    ++count;
  });
  return names;
}

}  // namespace nutgraf::read::xml
