// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace nutgraf::match {

/// Articles by their key (schema::article_key), or all articles but these.
class ArticleSet {
 public:
  using Keys = std::unordered_set<std::uint64_t>;
  enum class Sense : std::uint8_t { These, AllButThese };

  explicit ArticleSet(Keys keys = {}, Sense sense = Sense::These) : keys_(std::move(keys)), sense_(sense) {}

  [[nodiscard]] bool contains(std::uint64_t key) const { return keys_.contains(key) == (sense_ == Sense::These); }
  [[nodiscard]] Sense sense() const { return sense_; }
  /// Of those listed.
  [[nodiscard]] std::size_t size() const { return keys_.size(); }

  [[nodiscard]] ArticleSet without_these() && {
    return ArticleSet(std::move(keys_), sense_ == Sense::These ? Sense::AllButThese : Sense::These);
  }
  [[nodiscard]] ArticleSet both(ArticleSet other) &&;
  [[nodiscard]] ArticleSet either(ArticleSet other) &&;

 private:
  Keys keys_;
  Sense sense_;
};

/// An article key as a number; the value of slot Article is 8 bytes big-endian.
[[nodiscard]] std::uint64_t article_number(std::string_view value);

}  // namespace nutgraf::match
