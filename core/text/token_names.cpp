// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/token_names.h"

namespace nutgraf {

std::string_view name_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::Word:
      return "word";
    case TokenKind::Variant:
      return "variant";
    case TokenKind::Amount:
      return "amount";
    case TokenKind::ExactCase:
      return "exact-case";
    case TokenKind::Bigram:
      return "bigram";
  }
  return {};
}

}  // namespace nutgraf
