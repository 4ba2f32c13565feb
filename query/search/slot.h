// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "core/schema/slots.h"

namespace nutgraf {

/// Our slot as Xapian numbers it.
[[nodiscard]] inline Xapian::valueno slot(schema::Slot s) {
  return static_cast<Xapian::valueno>(s);
}

}  // namespace nutgraf
