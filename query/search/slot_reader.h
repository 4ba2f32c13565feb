// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "core/schema/slots.h"

namespace nutgraf {

/// A value of passages; documents must ascend from call to call.
class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, schema::Slot which);

  /// Empty where the passage has none.
  [[nodiscard]] std::string at(Xapian::docid document);

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

}  // namespace nutgraf
