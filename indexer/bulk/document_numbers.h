// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nutgraf::bulk {

/// Which docids the documents of a batch get.
struct DocumentNumbers {
  std::uint32_t first = 1;             // docid of the batch's first kept document
  std::uint32_t count = 0;             // documents of the batch, those left out too
  std::vector<std::uint32_t> dropped;  // ascending places in the batch of documents left out

  /// Docid of the document at `place`; 0 = left out. Places must be asked in ascending order from a Cursor.
  class Cursor {
   public:
    explicit Cursor(const DocumentNumbers& numbers) : numbers_(&numbers) {}
    [[nodiscard]] std::uint32_t docid(std::uint32_t place) {
      const std::vector<std::uint32_t>& dropped = numbers_->dropped;
      while (passed_ < dropped.size() && dropped[passed_] < place) {
        ++passed_;
      }
      if (passed_ < dropped.size() && dropped[passed_] == place) {
        return 0;
      }
      return numbers_->first + place - static_cast<std::uint32_t>(passed_);
    }

   private:
    const DocumentNumbers* numbers_;
    std::size_t passed_ = 0;
  };
};

}  // namespace nutgraf::bulk
