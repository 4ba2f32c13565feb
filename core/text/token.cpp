// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/token.h"

namespace nutgraf {

void Analysis::clear() {
  terms.clear();
  tokens.clear();
  compounds.clear();
  sentences.clear();
  paragraphs.clear();
}

}  // namespace nutgraf
