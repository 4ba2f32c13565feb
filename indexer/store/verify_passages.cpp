// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/verify_passages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <future>
#include <span>
#include <string_view>
#include <utility>

#include "core/base/ascii.h"
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
constexpr std::size_t kThreads = 2;  // most time goes into reading blocks all over the tables

/// A term of a passage as the index has it.
struct Stored {
  std::string name;
  Xapian::termcount wdf = 0;
  std::vector<std::uint32_t> positions;  // only where the text decides about the term
};
using Terms = std::vector<Stored>;  // in byte order

/// Does the text alone decide about this term?
bool is_of_text(std::string_view term) {
  static constexpr std::array<std::string_view, 5> kOfText{schema::kExactCasePrefix, schema::kBigramPrefix,
                                                           schema::kAmountPrefix, schema::kSentenceMark,
                                                           schema::kParagraphMark};
  const bool has_prefix = !term.empty() && ascii::is_upper(term[0]);
  return !has_prefix ||
         std::any_of(kOfText.begin(), kOfText.end(), [&](std::string_view p) { return term.substr(0, p.size()) == p; });
}

class PassageVerifier {
 public:
  explicit PassageVerifier(Xapian::Database database) : database_(std::move(database)), builder_(analyzer_) {}

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
    compare(docid, passage, ordinal, stored);
    check_postings(docid, stored);
  }

  [[nodiscard]] Terms stored_terms(Xapian::docid docid) const {
    Terms terms;
    for (auto term = database_.termlist_begin(docid); term != database_.termlist_end(docid); ++term) {
      Stored& stored = terms.emplace_back(Stored{*term, term.get_wdf(), {}});
      if (is_of_text(stored.name)) {
        stored.positions.assign(database_.positionlist_begin(docid, stored.name),
                                database_.positionlist_end(docid, stored.name));
      }
    }
    return terms;
  }

  void compare(Xapian::docid docid, const PassageData& passage, std::uint32_t ordinal, const Terms& stored) {
    const std::array<std::string, 1> texts{std::string(passage.text)};
    passage::Vocabulary unused;
    documents_.clear();
    builder_.add({passage.record, {}, texts, ordinal}, documents_, unused);
    const auto next_of_text = [&](Terms::const_iterator from) {
      return std::find_if(from, stored.end(), [](const Stored& term) { return is_of_text(term.name); });
    };
    auto found = next_of_text(stored.begin());
    for (const passage::PassageDocument& document : documents_.used()) {
      for (const passage::PassageDocument::Term& term : document.terms()) {
        const std::string_view name = document.name(term);
        if (!is_of_text(name)) {
          continue;
        }
        if (found != stored.end() && found->name < name) {
          break;
        }
        if (found == stored.end() || found->name != name || found->wdf != term.wdf ||
            !std::ranges::equal(found->positions, document.positions(term))) {
          found_.push_back(fmt::format("passage {}: \"{}\" is not stored as its text has it", docid, name));
          return;
        }
        found = next_of_text(std::next(found));
      }
    }
    if (found != stored.end()) {
      found_.push_back(fmt::format("passage {}: \"{}\" is stored, but its text does not have it", docid, found->name));
    }
  }

  void check_postings(Xapian::docid docid, const Terms& stored) {
    const std::size_t step = stored.size() / kPostingsPerPassage + 1;
    for (std::size_t place = (step - docid % step) % step; place < stored.size(); place += step) {
      const Stored& term = stored[place];
      Xapian::PostingIterator posting = database_.postlist_begin(term.name);
      posting.skip_to(docid);
      if (posting == database_.postlist_end(term.name) || *posting != docid || posting.get_wdf() != term.wdf) {
        found_.push_back(
            fmt::format("passage {}: its term list and the postings of \"{}\" disagree", docid, term.name));
      }
    }
  }

  Xapian::Database database_;
  Analyzer analyzer_;
  passage::PassageDocumentBuilder builder_;
  passage::DocumentBuffer documents_;
  std::vector<std::string> found_;
};

/// Evenly spread. The posting list of "" steps over docids that superseded articles left unused.
std::vector<Xapian::docid> sampled(const Xapian::Database& database, Xapian::doccount samples) {
  std::vector<Xapian::docid> chosen;
  const Xapian::docid step = std::max<Xapian::docid>(database.get_lastdocid() / std::max(samples, 1U), 1);
  Xapian::PostingIterator passage = database.postlist_begin({});
  for (Xapian::docid next = 1;; next = *passage + step) {
    passage.skip_to(next);
    if (passage == database.postlist_end({})) {
      return chosen;
    }
    chosen.push_back(*passage);
  }
}

std::vector<std::string> problems_of(const std::string& path, std::span<const Xapian::docid> passages) {
  const Xapian::Database database(path);
  PassageVerifier verifier(database);
  std::vector<std::string> problems;
  for (const Xapian::docid docid : passages) {
    for (std::string& problem : verifier.problems(docid)) {
      problems.push_back(std::move(problem));
    }
    if (problems.size() >= kMostProblems) {
      break;
    }
  }
  return problems;
}

}  // namespace

std::vector<std::string> verify_passages(const std::string& path, Xapian::doccount samples) {
  const std::vector<Xapian::docid> chosen = sampled(Xapian::Database(path), samples);
  const std::size_t share = chosen.size() / kThreads + 1;
  std::vector<std::future<std::vector<std::string>>> shares;
  for (std::size_t begin = 0; begin < chosen.size(); begin += share) {
    const auto part = std::span(chosen).subspan(begin, std::min(share, chosen.size() - begin));
    shares.push_back(std::async(std::launch::async, [&path, part] { return problems_of(path, part); }));
  }
  std::vector<std::string> problems;
  for (auto& part : shares) {
    for (std::string& problem : part.get()) {
      problems.push_back(std::move(problem));
    }
  }
  problems.resize(std::min(problems.size(), kMostProblems));
  return problems;
}

}  // namespace nutgraf::store
