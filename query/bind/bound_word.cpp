// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/bound_word.h"

namespace nutgraf::bind {

std::string forms_key(const BoundWord& word) {
  std::string key;
  for (const Form& form : word.forms) {
    key += form.language;
    for (const std::string& term : form.terms) {
      key += '\x01';
      key += term;
    }
    key += '\x02';
  }
  return key;
}

}  // namespace nutgraf::bind
