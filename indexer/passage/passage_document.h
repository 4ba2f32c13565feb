// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/slots.h"
#include "indexer/passage/term_hash.h"

namespace nutgraf::passage {

/// A passage as it is stored: terms in byte order, each once, with their positions ascending. Flat, so that a store can
/// take it without a node per posting; owns its bytes.
class PassageDocument {
 public:
  struct Term {
    std::uint32_t begin = 0;  // in bytes_
    std::uint32_t size = 0;
    std::uint32_t hash = 0;  // the low half of the term_hash
    std::uint32_t wdf = 0;
    std::uint32_t first_position = 0;  // in positions_
    std::uint32_t position_count = 0;
  };

  std::string data;       // core/index/record.h
  schema::Values values;  // core/schema/slots.h
  std::string language;   // of its article

  /// Terms must come in ascending byte order, each once; positions ascend from 1.
  void add_term(std::string_view name, std::uint32_t wdf, std::span<const std::uint32_t> positions) {
    terms_.push_back({static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(name.size()),
                      static_cast<std::uint32_t>(term_hash(name)), wdf, static_cast<std::uint32_t>(positions_.size()),
                      static_cast<std::uint32_t>(positions.size())});
    bytes_.append(name);
    positions_.insert(positions_.end(), positions.begin(), positions.end());
  }

  [[nodiscard]] std::span<const Term> terms() const { return terms_; }
  /// Of all names together.
  [[nodiscard]] std::size_t byte_count() const { return bytes_.size(); }
  [[nodiscard]] std::string_view name(const Term& t) const { return std::string_view(bytes_).substr(t.begin, t.size); }
  [[nodiscard]] std::span<const std::uint32_t> positions(const Term& t) const {
    return std::span(positions_).subspan(t.first_position, t.position_count);
  }

 private:
  friend class PassageDocumentBuilder;
  std::string bytes_;
  std::vector<Term> terms_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace nutgraf::passage
