// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/verify_passages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string_view>

#include "core/base/failure.h"
#include "core/index/record.h"
#include "core/schema/slots.h"
#include "core/schema/terms.h"
#include "core/text/analyzer.h"
#include "indexer/passage/document_builder.h"

namespace nutgraf::store {
namespace {

constexpr std::size_t kMostProblems = 20;
constexpr std::size_t kPostingsPerPassage = 16;

struct Stored {
  Xapian::termcount wdf = 0;
  std::vector<std::uint32_t> positions;
  friend bool operator==(const Stored&, const Stored&) = default;
};
using Terms = std::map<std::string, Stored, std::less<>>;

/// Does the text alone decide about this term?
bool is_of_text(std::string_view term) {
  static constexpr std::array<std::string_view, 4> kOfText{schema::kExactCasePrefix, schema::kBigramPrefix,
                                                           schema::kSentenceMark, schema::kParagraphMark};
  const bool has_prefix = !term.empty() && term[0] >= 'A' && term[0] <= 'Z';
  return !has_prefix ||
         std::any_of(kOfText.begin(), kOfText.end(), [&](std::string_view p) { return term.substr(0, p.size()) == p; });
}

class PassageVerifier {
 public:
  explicit PassageVerifier(const Xapian::Database& database) : database_(database), builder_(analyzer_) {}

  [[nodiscard]] std::vector<std::string> problems(Xapian::docid docid) {
    found_.clear();
    try {
      check(docid);
    } catch (const Failure& e) {
      found_.push_back(fmt::format("passage {}: {}", docid, e.what()));
    }
    return found_;
  }

 private:
  void check(Xapian::docid docid) {
    const Xapian::Document document = database_.get_document(docid);
    const std::string data = document.get_data();
    const std::uint32_t ordinal =
        schema::decode_u32(document.get_value(static_cast<Xapian::valueno>(schema::Slot::Ordinal)));
    const PassageData passage = decode_passage_data(data);
    const std::string id_term = schema::make_term(schema::kIdPrefix, passage.record.id);
    if (database_.get_termfreq(id_term) == 0) {
      found_.push_back(
          fmt::format("passage {} says it is of article \"{}\", which has no passages", docid, passage.record.id));
    }
    const Terms stored = stored_terms(docid);
    compare(docid, terms_of_text(passage, ordinal), stored);
    check_postings(docid);
  }

  [[nodiscard]] Terms stored_terms(Xapian::docid docid) const {
    Terms terms;
    for (auto term = database_.termlist_begin(docid); term != database_.termlist_end(docid); ++term) {
      if (is_of_text(*term)) {
        terms[*term] = {term.get_wdf(),
                        {database_.positionlist_begin(docid, *term), database_.positionlist_end(docid, *term)}};
      }
    }
    return terms;
  }

  Terms terms_of_text(const PassageData& passage, std::uint32_t ordinal) {
    const std::array<std::string, 1> texts{std::string(passage.text)};
    Vocabulary unused;
    documents_.clear();
    builder_.add({passage.record, {}, texts, ordinal}, documents_, unused);
    Terms terms;
    for (const PassageDocument& document : documents_.used()) {
      for (const PassageDocument::Term& term : document.terms()) {
        if (is_of_text(document.name(term))) {
          const auto positions = document.positions(term);
          terms.emplace(document.name(term), Stored{term.wdf, {positions.begin(), positions.end()}});
        }
      }
    }
    return terms;
  }

  void compare(Xapian::docid docid, const Terms& expected, const Terms& stored) {
    if (expected == stored) {
      return;
    }
    const auto differs = std::find_if(expected.begin(), expected.end(), [&](const auto& term) {
      const auto found = stored.find(term.first);
      return found == stored.end() || found->second != term.second;
    });
    found_.push_back(differs != expected.end()
                         ? fmt::format("passage {}: \"{}\" is not stored as its text has it", docid, differs->first)
                         : fmt::format("passage {}: {} terms are stored that its text does not have", docid,
                                       stored.size() - expected.size()));
  }

  void check_postings(Xapian::docid docid) {
    const Xapian::termcount count = database_.get_document(docid).termlist_count();
    const std::size_t step = count / kPostingsPerPassage + 1;
    std::size_t place = docid % step;
    for (auto term = database_.termlist_begin(docid); term != database_.termlist_end(docid); ++term, ++place) {
      if (place % step != 0) {
        continue;
      }
      Xapian::PostingIterator posting = database_.postlist_begin(*term);
      posting.skip_to(docid);
      if (posting == database_.postlist_end(*term) || *posting != docid || posting.get_wdf() != term.get_wdf()) {
        found_.push_back(fmt::format("passage {}: its term list and the postings of \"{}\" disagree", docid, *term));
      }
    }
  }

  Xapian::Database database_;
  Analyzer analyzer_;
  PassageDocumentBuilder builder_;
  DocumentBuffer documents_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> verify_passages(const Xapian::Database& database, Xapian::doccount samples) {
  std::vector<std::string> problems;
  PassageVerifier verifier(database);
  const Xapian::docid step = std::max<Xapian::docid>(database.get_lastdocid() / std::max(samples, 1U), 1);
  // The posting list of "" steps over docids that superseded articles left unused.
  Xapian::PostingIterator passage = database.postlist_begin({});
  for (Xapian::docid next = 1; problems.size() < kMostProblems; next = *passage + step) {
    passage.skip_to(next);
    if (passage == database.postlist_end({})) {
      break;
    }
    for (std::string& problem : verifier.problems(*passage)) {
      problems.push_back(std::move(problem));
    }
  }
  return problems;
}

}  // namespace nutgraf::store
