// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/stemmers.h"

#include <fmt/format.h>
#include <libstemmer.h>
#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include "core/base/failure.h"
#include "core/text/suffix_stemmer.h"

namespace nutgraf {
namespace {

struct Algorithm {
  std::string_view language;
  const char* name;          // libstemmer's
  std::string_view endings;  // the language of the table that goes over its stems, if any
};

// Croatian and Bosnian decline as Serbian does, in the Latin letters that the rules turn Cyrillic into.
constexpr auto kAlgorithms = std::to_array<Algorithm>({
    {"bs", "serbian", "sr"},
    {"hi", "hindi", {}},
    {"hr", "serbian", "sr"},
    {"sr", "serbian", "sr"},
    {"yi", "yiddish", {}},
});

class XapianStemmer final : public Stemmer {
 public:
  explicit XapianStemmer(Xapian::Stem rules) : rules_(std::move(rules)) {}
  std::string stem(std::string_view word) override { return rules_(std::string(word)); }

 private:
  Xapian::Stem rules_;
};

class SnowballStemmer final : public Stemmer {
 public:
  explicit SnowballStemmer(const Algorithm& algorithm) : rules_(sb_stemmer_new(algorithm.name, "UTF_8")) {
    if (!rules_) {
      throw Failure(ExitCode::Failed, fmt::format("libstemmer has no rules named \"{}\"", algorithm.name),
                    "install libstemmer 2.2 or later (Debian's package libstemmer0d)");
    }
  }

  std::string stem(std::string_view word) override {
    const auto* const bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* found = sb_stemmer_stem(rules_.get(), bytes, static_cast<int>(word.size()));
    if (found == nullptr) {
      throw std::bad_alloc();
    }
    return {reinterpret_cast<const char*>(found), static_cast<std::size_t>(sb_stemmer_length(rules_.get()))};
  }

 private:
  struct Delete {
    void operator()(sb_stemmer* rules) const { sb_stemmer_delete(rules); }
  };
  std::unique_ptr<sb_stemmer, Delete> rules_;
};

class EndingStemmer final : public Stemmer {
 public:
  explicit EndingStemmer(const SuffixTable& table) : rules_(table) {}
  std::string stem(std::string_view word) override { return rules_.stem(word); }

 private:
  SuffixStemmer rules_;
};

/// The second takes off what the first leaves.
class TwoStemmers final : public Stemmer {
 public:
  TwoStemmers(std::unique_ptr<Stemmer> first, std::unique_ptr<Stemmer> second)
      : first_(std::move(first)), second_(std::move(second)) {}
  std::string stem(std::string_view word) override { return second_->stem(first_->stem(word)); }

 private:
  std::unique_ptr<Stemmer> first_;
  std::unique_ptr<Stemmer> second_;
};

/// Xapian's name of a language is its ISO code.
std::unique_ptr<Stemmer> make_xapian_stemmer(std::string_view language) {
  constexpr std::size_t kIsoCode = 2;
  // Longer names would reach stemmers of no language: "porter", "lovins", "none".
  if (language.size() != kIsoCode) {
    return nullptr;
  }
  try {
    return std::make_unique<XapianStemmer>(Xapian::Stem(std::string(language)));
  } catch (const Xapian::InvalidArgumentError&) {
    return nullptr;
  }
}

const SuffixTable* find_table(std::string_view language) {
  const auto tables = suffix_tables();
  const auto found = std::ranges::find(tables, language, &SuffixTable::language);
  return found != tables.end() ? &*found : nullptr;
}

const Algorithm* find_algorithm(std::string_view language) {
  const auto* const found = std::ranges::find(kAlgorithms, language, &Algorithm::language);
  return found != kAlgorithms.end() ? found : nullptr;
}

/// One word or two for each of libstemmer's languages, with an ending that its rules must know.
constexpr auto kProbes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"hi", "किताबों"},
    {"hi", "लड़कियाँ"},
    {"sr", "predsjednica"},
    {"sr", "градовима"},
    {"yi", "מענטשן"},
    {"yi", "געשריבן"},
});

std::string libstemmer_mark() {
  std::string stems;
  for (const auto& [language, word] : kProbes) {
    stems += make_stemmer(language)->stem(word) + '\n';
  }
  return fmt::format("{:08x}", XXH32(stems.data(), stems.size(), 0));
}

std::string tables_mark() {
  XXH32_hash_t mark = 0;
  for (const SuffixTable& table : suffix_tables()) {
    for (const std::string_view part :
         {table.language, table.letters, table.steps[0], table.steps[1], table.steps[2]}) {
      mark = XXH32(part.data(), part.size(), mark);
    }
  }
  return fmt::format("{:08x}", mark);
}

}  // namespace

bool has_stemmer(std::string_view language) {
  return find_table(language) != nullptr || find_algorithm(language) != nullptr ||
         make_xapian_stemmer(language) != nullptr;
}

std::unique_ptr<Stemmer> make_stemmer(std::string_view language) {
  const Algorithm* algorithm = find_algorithm(language);
  const SuffixTable* table = find_table(algorithm != nullptr ? algorithm->endings : language);
  if (algorithm == nullptr) {
    return table != nullptr ? std::make_unique<EndingStemmer>(*table) : make_xapian_stemmer(language);
  }
  auto snowball = std::make_unique<SnowballStemmer>(*algorithm);
  if (table == nullptr) {
    return snowball;
  }
  return std::make_unique<TwoStemmers>(std::move(snowball), std::make_unique<EndingStemmer>(*table));
}

std::string stemmer_versions() {
  return fmt::format("snowball of xapian {}, libstemmer {}, endings {}", Xapian::version_string(), libstemmer_mark(),
                     tables_mark());
}

}  // namespace nutgraf
