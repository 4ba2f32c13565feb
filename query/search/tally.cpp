// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/tally.h"

#include "core/schema/slots.h"

namespace nutgraf {

void Tally::operator()(const Xapian::Document& document, double /*weight*/) {
  if (passages_ == most_) {
    return;
  }
  ++passages_;
  std::string article = document.get_value(static_cast<Xapian::valueno>(schema::Slot::Article));
  std::string key;
  if (copies_ == Copies::OnePerGroup) {
    key = document.get_value(static_cast<Xapian::valueno>(schema::Slot::Group));
  }
  if (key.empty()) {
    key = article;
  }
  articles_.insert(std::move(article));
  std::uint32_t& shown = shown_[std::move(key)];
  if (shown < per_article_) {
    ++shown;
    ++rows_;
  }
}

}  // namespace nutgraf
