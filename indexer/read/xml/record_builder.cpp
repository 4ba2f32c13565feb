// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/record_builder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "indexer/read/record_cutter.h"

namespace nutgraf::read::xml {

namespace {

constexpr std::size_t kMostOuter = 1000;
constexpr std::size_t kMostOfOnePath = 100;

}  // namespace

void RecordBuilder::start(Element&& element, const Place& place) {
  path_.push_back(element.name);
  leaf_.clear();
  if (!record_open()) {
    if (is_record_(path_)) {
      start_record(std::move(element), place);
    } else {
      steps_.push_back(step(element.name.local));
      keep_attributes(element);
    }
    return;
  }
  held_ += sizeof(Element) + sizeof(Node);
  if (record_.too_long) {
    open_.push_back(&record_.element);
    return;
  }
  auto owned = std::make_unique<Element>(std::move(element));
  Element* const inside = owned.get();
  open_.back()->content.push_back({{}, std::move(owned)});
  open_.push_back(inside);
}

std::string RecordBuilder::step(const std::string& local) {
  const std::string whole = steps_.empty() ? local : path() + "/" + local;
  if (counts_.size() >= kMostOuter && !counts_.contains(whole)) {
    return local;
  }
  std::size_t& count = counts_[whole];
  count = std::min(count + 1, kMostOfOnePath);
  return count == 1 || count == kMostOfOnePath ? local : fmt::format("{}[{}]", local, count);
}

std::string RecordBuilder::path() const {
  return fmt::format("{}", fmt::join(steps_, "/"));
}

void RecordBuilder::keep_attributes(const Element& element) {
  for (const Attribute& one : element.attributes) {
    if (one.name.prefix == "xml" && outer_.size() < kMostOuter) {
      outer_.try_emplace(path() + "/@" + one.name.local, one.value);
    }
  }
}

void RecordBuilder::start_record(Element&& element, const Place& place) {
  record_ = Record{};
  record_.line = place.line;
  record_.offset = place.offset;
  record_.depth = path_.size() - 1;
  record_.element = std::move(element);
  held_ = 0;
  open_.push_back(&record_.element);
}

void RecordBuilder::add(std::string_view text) {
  constexpr std::size_t kLongestLeaf = 4096;
  if (!record_open()) {
    leaf_.append(text.substr(0, kLongestLeaf - std::min(kLongestLeaf, leaf_.size())));
    return;
  }
  held_ += text.size();
  if (held_ > kRecordLimit && !record_.too_long) {
    record_.too_long = true;
    std::ranges::fill(open_, &record_.element);
    record_.element.content.clear();
  }
  if (record_.too_long) {
    return;
  }
  std::vector<Node>& content = open_.back()->content;
  if (content.empty() || content.back().element != nullptr) {
    content.emplace_back();
  }
  content.back().text.append(text);
}

void RecordBuilder::end(std::string_view name) {
  const auto open = std::find_if(path_.rbegin(), path_.rend(), [&](const Name& one) { return qualified(one) == name; });
  if (open == path_.rend()) {
    return;
  }
  for (auto left = open - path_.rbegin() + 1; left > 0; --left) {
    end_innermost();
  }
}

void RecordBuilder::end_innermost() {
  if (record_open()) {
    open_.pop_back();
    if (!record_open()) {
      records_.push_back(std::move(record_));
    }
  } else if (!leaf_.empty() && outer_.size() < kMostOuter) {
    outer_.try_emplace(path(), std::exchange(leaf_, {}));
  }
  leaf_.clear();
  path_.pop_back();
  steps_.resize(std::min(steps_.size(), path_.size()));
}

std::optional<Record> RecordBuilder::take() {
  if (records_.empty()) {
    return std::nullopt;
  }
  Record record = std::move(records_.front());
  records_.pop_front();
  return record;
}

std::string RecordBuilder::outer(const std::string& path) const {
  const auto found = outer_.find(path);
  return found == outer_.end() ? std::string() : found->second;
}

}  // namespace nutgraf::read::xml
