// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/article_hash.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <memory>
#include <string_view>

namespace nutgraf::build {
namespace {

class Hash {
 public:
  Hash() : state_(XXH3_createState(), &XXH3_freeState) { XXH3_128bits_reset(state_.get()); }

  /// Lengths go in too, so that no two sequences of fields look alike.
  void add(std::string_view field) {
    const std::uint64_t size = field.size();
    XXH3_128bits_update(state_.get(), &size, sizeof(size));
    XXH3_128bits_update(state_.get(), field.data(), field.size());
  }

  template <typename List>
  void add_list(const List& list) {
    add(std::to_string(list.size()));
    for (const auto& item : list) {
      add(item);
    }
  }

  [[nodiscard]] std::string hex() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
  }

 private:
  std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state_;
};

}  // namespace

std::string article_hash(const Article& article) {
  const ArticleRecord& record = article.record;
  Hash hash;
  for (const std::string* field :
       {&record.id, &record.title, &record.date, &record.time, &record.date_source, &record.source, &record.url,
        &record.language, &record.section, &record.origin.path, &record.origin.member, &article.text}) {
    hash.add(*field);
  }
  hash.add_list(record.authors);
  hash.add_list(record.tags);
  hash.add(std::to_string(record.meta.size()));
  for (const auto& [key, value] : record.meta) {
    hash.add(key);
    hash.add(value);
  }
  return hash.hex();
}

}  // namespace nutgraf::build
