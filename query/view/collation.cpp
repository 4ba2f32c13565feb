// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/collation.h"

#include <unicode/coll.h>

#include <algorithm>

#include "core/base/failure.h"

namespace nutgraf::view {

struct Collation::State {
  std::unique_ptr<icu::Collator> collator;
};

Collation::Collation() : state_(std::make_unique<State>()) {
  UErrorCode error = U_ZERO_ERROR;
  state_->collator.reset(icu::Collator::createInstance(icu::Locale::getRoot(), error));
  if (U_FAILURE(error) != 0 || !state_->collator) {
    throw Failure(ExitCode::Failed, "ICU has no collation data", "install libicu with its data");
  }
}

Collation::~Collation() = default;

std::string Collation::key(std::string_view text) const {
  const icu::UnicodeString unicode =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string key(std::max<std::size_t>(text.size() * 4, 64), '\0');
  const auto get = [&] {
    return static_cast<std::size_t>(state_->collator->getSortKey(unicode, reinterpret_cast<std::uint8_t*>(key.data()),
                                                                 static_cast<std::int32_t>(key.size())));
  };
  std::size_t size = get();
  if (size > key.size()) {
    key.resize(size);
    size = get();
  }
  key.resize(size);
  return key;
}

}  // namespace nutgraf::view
