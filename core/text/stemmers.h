// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace nutgraf {

/// One language's rules for the stem that the forms of a word share. Not shared by threads.
class Stemmer {
 public:
  Stemmer() = default;
  virtual ~Stemmer() = default;
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  Stemmer(Stemmer&&) = delete;
  Stemmer& operator=(Stemmer&&) = delete;

  [[nodiscard]] virtual std::string stem(std::string_view word) = 0;
};

[[nodiscard]] bool has_stemmer(std::string_view language);
/// Null where nobody has rules for the language (a code as `normalize` of the indexer gives it: "en", "ckb").
[[nodiscard]] std::unique_ptr<Stemmer> make_stemmer(std::string_view language);

/// "snowball of xapian 1.4.22, libstemmer 0a1b2c3d, endings 4e5f6071". libstemmer does not tell its version, so what it
/// makes of some words stands for it; a hash of the tables stands for ours.
[[nodiscard]] std::string stemmer_versions();

}  // namespace nutgraf
