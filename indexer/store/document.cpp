// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/document.h"

#include <fmt/format.h>

#include <string_view>

#include "core/index/open.h"
#include "core/schema/terms.h"

namespace nutgraf::store {

Xapian::Document to_document(const passage::PassageDocument& passage) {
  Xapian::Document document;
  document.set_data(passage.data);
  for (std::size_t slot = 0; slot < passage.values.size(); ++slot) {
    if (!passage.values[slot].empty()) {
      document.add_value(static_cast<Xapian::valueno>(slot), passage.values[slot]);
    }
  }
  for (const passage::PassageDocument::Term& term : passage.terms()) {
    const std::string name(passage.name(term));
    const auto positions = passage.positions(term);
    if (positions.empty()) {
      document.add_term(name, term.wdf);
    }
    // One look-up a term less than add_term and then its positions: most terms have one.
    Xapian::termcount wdf = term.wdf;
    for (const std::uint32_t position : positions) {
      document.add_posting(name, position, wdf);
      wdf = 0;
    }
  }
  return document;
}

std::string language_of(const Xapian::Document& passage) {
  Xapian::TermIterator term = passage.termlist_begin();
  term.skip_to(std::string(schema::kLanguagePrefix));
  const std::string name = term != passage.termlist_end() ? *term : std::string();
  const bool has_one = name.substr(0, schema::kLanguagePrefix.size()) == schema::kLanguagePrefix;
  return has_one ? name.substr(schema::kLanguagePrefix.size()) : std::string("und");
}

Failure write_failure(const Xapian::Error& error, const std::string& path) {
  const std::string_view type = error.get_type();
  if (type == "DatabaseCorruptError" || type == "DatabaseNotFoundError" || type == "DatabaseVersionError" ||
      type == "DatabaseModifiedError") {
    return index_failure(error, path);
  }
  const char* const system = error.get_error_string();
  return {ExitCode::Failed,
          fmt::format("writing {} failed: {}{}{}", path, error.get_msg(), system == nullptr ? "" : ": ",
                      system == nullptr ? "" : system),
          "the old index still answers; free some space if the disk is full, and run it again"};
}

}  // namespace nutgraf::store
