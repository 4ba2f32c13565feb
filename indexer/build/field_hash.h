// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xxhash.h>

#include <memory>
#include <string>
#include <string_view>

namespace nutgraf::build {

/// xxh3-128 of a sequence of fields. Lengths go in too, so that no two sequences look alike.
class FieldHash {
 public:
  FieldHash();
  void add(std::string_view field);
  template <typename List>
  void add_list(const List& list) {
    add(std::to_string(list.size()));
    for (const auto& item : list) {
      add(item);
    }
  }
  [[nodiscard]] std::string hex() const;

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_;
};

}  // namespace nutgraf::build
