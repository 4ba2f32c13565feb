// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/match/article_set.h"

#include <iterator>
#include <utility>

namespace nutgraf::match {
namespace {

using Keys = ArticleSet::Keys;

Keys common(Keys a, const Keys& b) {
  std::erase_if(a, [&b](std::uint64_t key) { return !b.contains(key); });
  return a;
}

Keys difference(Keys a, const Keys& b) {
  std::erase_if(a, [&b](std::uint64_t key) { return b.contains(key); });
  return a;
}

Keys united(Keys a, Keys b) {
  if (a.size() < b.size()) {
    a.swap(b);
  }
  a.merge(b);
  return a;
}

}  // namespace

ArticleSet ArticleSet::both(ArticleSet other) && {
  if (sense_ == Sense::These) {
    return ArticleSet(other.sense_ == Sense::These ? common(std::move(keys_), other.keys_)
                                                   : difference(std::move(keys_), other.keys_));
  }
  if (other.sense_ == Sense::These) {
    return std::move(other).both(std::move(*this));
  }
  return ArticleSet(united(std::move(keys_), std::move(other.keys_)), Sense::AllButThese);
}

/// Either is met where not both are missing.
ArticleSet ArticleSet::either(ArticleSet other) && {
  return std::move(*this).without_these().both(std::move(other).without_these()).without_these();
}

std::uint64_t article_number(std::string_view value) {
  std::uint64_t number = 0;
  for (const char c : value.substr(0, sizeof number)) {
    number = (number << 8U) | static_cast<unsigned char>(c);
  }
  return number;
}

}  // namespace nutgraf::match
