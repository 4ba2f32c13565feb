// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "core/index/class_table.h"
#include "query/bind/binder.h"
#include "query/parse/parse.h"

/// A vocabulary without an index, and queries bound to it.
namespace nutgraf::test {

/// A vocabulary written down by hand.
class HandLexicon final : public bind::Lexicon {
 public:
  /// Of a language by itself, without a word.
  explicit HandLexicon(const std::string& language) { contract_.languages = {{language, 2, 2, 20}}; }
  HandLexicon() {
    contract_.languages = {{"en", 2, 2, 20}};
    add_class("en", "princip", {"principle", "principles"});
    add_class("en", "talk", {"talk", "talks", "talking"});
    add_class("en", "appl", {"apples"});
    add_class("en", "ceasefir", {"ceasefire", "ceasefires"});
    add_class("en", "wear", {"wear", "weare", "wears"});
    add_accents("en", "eleve", {"élève"});
    add_accents("en", "tete", {"tête"});
    metadata_[compound_metadata_key("eleveriver")] = encode_list({"eleve river"});
    metadata_[compound_metadata_key("têtefroide")] = encode_list({"tête froide"});
    metadata_[compound_metadata_key("ceasefire")] = encode_list({"cease fire"});
    metadata_[compound_metadata_key("ceasefires")] = encode_list({"cease fires"});
    metadata_[compound_metadata_key("weare")] = encode_list({"we are"});
    metadata_[compound_metadata_key("f16s")] = encode_list({"f 16s"});
    metadata_[compound_metadata_key("leserinnen")] = encode_list({"leser innen", "leser_innen"});
    metadata_[compound_metadata_key("hawaii")] = encode_list({"hawai'i"});
    metadata_[compound_metadata_key("oahu")] = encode_list({"o'ahu"});
    metadata_[compound_metadata_key("wellbeing")] = encode_list({"well being"});
    metadata_[case_metadata_key("en", "us")] = encode_counts({90, 1, 10, 0});
    metadata_[case_metadata_key("en", "nato")] = encode_counts({0, 5, 10, 0});
    metadata_[case_metadata_key("en", "it")] = encode_counts({0, 0, 3, 2});
    terms_ = {"XC:US",      "XC:NATO", "XC:IT", "us",     "nato",  "principle",
              "principles", "talk",    "talks", "apples", "river", "b52"};
  }

  void add_class(const std::string& language, const std::string& beginning, const std::vector<std::string>& members) {
    ClassKeys keys;
    const std::string key = keys.key(language, members.front());
    REQUIRE(key.substr(0, beginning.size()) == beginning);
    metadata_[class_metadata_key(language, key)] = encode_list(members);
  }
  void add_accents(const std::string& language, const std::string& base, const std::vector<std::string>& words) {
    metadata_[accent_metadata_key(language, base)] = encode_list(words);
  }
  void add_language(const std::string& language) { contract_.languages.push_back({language, 1, 1, 10}); }
  void add_term(const std::string& term) { terms_.insert(term); }
  void add_passages(const std::string& term, std::uint64_t count) { passages_[term] = count; }

  [[nodiscard]] const Contract& contract() const override { return contract_; }
  [[nodiscard]] std::vector<std::string> metadata(const std::string& key) const override {
    const auto found = metadata_.find(key);
    return found == metadata_.end() ? std::vector<std::string>() : std::vector<std::string>{found->second};
  }
  [[nodiscard]] bool has_term(const std::string& term) const override { return terms_.contains(term); }
  [[nodiscard]] std::uint64_t passages_with(const std::string& term) const override {
    const auto found = passages_.find(term);
    return found == passages_.end() ? bind::Lexicon::passages_with(term) : found->second;
  }
  void terms_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const override {
    for (auto it = terms_.lower_bound(beginning); it != terms_.end() && it->starts_with(beginning); ++it) {
      if (!take(*it)) {
        return;
      }
    }
  }
  [[nodiscard]] std::optional<schema::DayRange> days() const override {
    return schema::DayRange{{1958, 3, 4}, {2031, 3, 4}};
  }

 private:
  Contract contract_;
  std::map<std::string, std::string> metadata_;
  std::set<std::string> terms_;
  std::map<std::string, std::uint64_t> passages_;
};

inline bind::BoundQuery bound_to(const HandLexicon& lexicon, const std::string& query,
                                 bind::MatchMode match = bind::MatchMode::Any) {
  bind::Binder binder(lexicon);
  const parse::AstPtr ast = parse::parse(query);
  return binder.bind({query, *ast, bind::Syntax::Full, match});
}

/// "principle principles" of a word, parts of a phrase separated by bars, open compounds in quotes, relatives of a
/// language followed by it.
inline std::string forms(const bind::Clause& clause) {
  std::string out;
  for (const bind::BoundWord& part : clause.parts) {
    out += &part == &clause.parts.front() ? "" : " | ";
    for (const bind::Form& form : part.forms) {
      out += &form == &part.forms.front() ? "" : " ";
      std::string terms;
      for (const std::string& term : form.terms) {
        terms += terms.empty() ? "" : " ";
        terms += term;
      }
      out += form.terms.size() > 1 ? "\"" + terms + "\"" : terms;
      out += form.language.empty() ? "" : "@" + form.language;
    }
  }
  return out;
}

/// None where the node is no TermsNode.
inline std::vector<std::string> terms_of(const bind::BoundNode& node) {
  const auto* const any = bind::as<bind::TermsNode>(node);
  return any == nullptr ? std::vector<std::string>() : any->terms;
}

inline std::string title_forms(const bind::BoundQuery& query) {
  return forms(std::get<bind::TitleNode>(query.root.payload).clause);
}

}  // namespace nutgraf::test
