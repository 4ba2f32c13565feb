// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/batch_key.h"

#include <string_view>

#include "core/index/contract.h"
#include "indexer/build/field_hash.h"
#include "indexer/build/folder.h"

namespace nutgraf::build {
namespace {

// Raised with each change of what a part contains: parts may outlive the program that wrote them.
constexpr std::string_view kPartLayout = "4";

}  // namespace

std::string batch_key(const Batch& batch, const read::ReadOptions& inputs) {
  FieldHash hash;
  hash.add(NUTGRAF_VERSION);
  hash.add(kPartLayout);
  hash.add(encode_contract(current_contract()));
  hash.add(inputs.language);
  for (const Item& item : batch.items) {
    hash.add(item.entry->facts.hash);
    hash.add(std::to_string(item.article.record.origin.offset));
    hash.add(folder_of(item.article, inputs.roots));
    hash.add(std::to_string(item.first_ordinal));
    hash.add_list(item.passages);
    hash.add_list(item.article.broken_words);
    hash.add(item.article.record.copy_of);
    hash.add(std::to_string(item.article.record.cuts.size()));
    for (const auto& [rule, text] : item.article.record.cuts) {
      hash.add(text);
    }
  }
  return hash.hex();
}

}  // namespace nutgraf::build
