// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/document_builder.h"

#include <algorithm>

#include "core/schema/terms.h"
#include "indexer/passage/article_terms.h"
#include "indexer/passage/term_table.h"

namespace nutgraf::passage {
namespace {

// Terms shorter than this fit whatever their bytes and prefix.
constexpr std::size_t kSurelyFits = 100;

// As make_term puts the two prefixes together.
constexpr std::string_view kTitleBigramPrefix = "S:XB:";
constexpr std::string_view kTitleAmountPrefix = "S:XN:";

std::string_view title_prefix_of(TokenKind kind) {
  return kind == TokenKind::Bigram   ? kTitleBigramPrefix
         : kind == TokenKind::Amount ? kTitleAmountPrefix
                                     : schema::kTitlePrefix;
}

bool counts_in_tokens(const Token& token) {
  return token.kind == TokenKind::Word;
}

}  // namespace

PassageDocument& DocumentBuffer::next() {
  if (used_ == documents_.size()) {
    documents_.emplace_back();
  }
  return documents_[used_++];
}

struct PassageDocumentBuilder::State {
  explicit State(const Analyzer& a) : analyzer(a) {}

  void begin_article(const ArticlePassages& article);
  std::uint32_t begin_passage(std::string_view text);
  void write_terms(PassageDocument& document);
  void add_token(TermTable& table, std::string_view prefix, const Token& token);

  const Analyzer& analyzer;
  Analyzer::Scratch scratch;
  Analysis analysis;
  TermTable common;  // of every passage of the article
  TermTable body;
  std::string date;
  std::string key;
  std::string group;  // of copies: the key of the article that stands for it
  std::string term;
  std::vector<std::uint64_t> hashes;  // term_hash of each token
  std::uint64_t shortened = 0;
};

void PassageDocumentBuilder::State::add_token(TermTable& table, std::string_view prefix, const Token& token) {
  const std::string_view word = analysis.term(token);
  const std::uint32_t wdf = token.kind == TokenKind::Bigram ? 0 : 1;
  if (prefix.empty() && word.size() < kSurelyFits) {
    const std::uint64_t hash = term_hash(word);
    hashes.push_back(hash);
    table.add(word, hash, token.position.value, wdf);
    return;
  }
  hashes.push_back(term_hash(word));
  shortened += schema::is_too_long(prefix, word) ? 1U : 0U;
  term = schema::make_term(prefix, word);
  table.add(term, token.position.value, wdf);
}

void PassageDocumentBuilder::State::begin_article(const ArticlePassages& article) {
  common.clear();
  shortened += add_record_terms(article.record, article.folder, common);
  analyzer.analyze(article.record.title, scratch, analysis);
  for (const Token& token : analysis.tokens) {
    if (token.kind != TokenKind::ExactCase) {
      add_token(common, title_prefix_of(token.kind), token);
    }
  }
  common.sort();
  date = date_value(article.record);
  key = schema::article_key(article.record.id);
  group = article.record.copy_of.empty() ? std::string() : schema::article_key(article.record.copy_of);
}

std::uint32_t PassageDocumentBuilder::State::begin_passage(std::string_view text) {
  analyzer.analyze(text, scratch, analysis);
  body.clear();
  hashes.clear();
  std::uint32_t words = 0;
  for (const Token& token : analysis.tokens) {
    add_token(body, schema::prefix_of(token.kind), token);
    words += counts_in_tokens(token) ? 1U : 0U;
  }
  for (const Boundary& boundary : analysis.sentences) {
    body.add(schema::kSentenceMark, boundary.position.value, 0);
  }
  for (const Boundary& boundary : analysis.paragraphs) {
    body.add(schema::kParagraphMark, boundary.position.value, 0);
  }
  body.sort();
  return words;
}

void PassageDocumentBuilder::State::write_terms(PassageDocument& document) {
  // Names stay in the order in which they were seen: only the terms themselves need be sorted.
  document.bytes_.assign(body.bytes()).append(common.bytes());
  document.terms_.resize(body.size() + common.size());
  document.positions_.resize(body.occurrence_count() + common.occurrence_count());
  PassageDocument::Term* out = document.terms_.data();
  std::uint32_t* positions = document.positions_.data();
  const auto append = [&](const TermTable& table, std::uint32_t names, const TermTable::Entry& entry) {
    *out++ = {names + entry.begin,
              entry.size,
              static_cast<std::uint32_t>(entry.hash),
              entry.wdf,
              static_cast<std::uint32_t>(positions - document.positions_.data()),
              entry.count};
    table.each_position(entry, [&positions](std::uint32_t position) { *positions++ = position; });
  };
  const auto common_names = static_cast<std::uint32_t>(body.bytes().size());
  std::size_t other = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    while (other < common.size() && common.is_before(other, body, i)) {
      append(common, common_names, common[other++]);
    }
    append(body, 0, body[i]);
  }
  while (other < common.size()) {
    append(common, common_names, common[other++]);
  }
}

PassageDocumentBuilder::PassageDocumentBuilder(const Analyzer& analyzer) : state_(std::make_unique<State>(analyzer)) {}
PassageDocumentBuilder::~PassageDocumentBuilder() = default;

std::uint64_t PassageDocumentBuilder::shortened_terms() const {
  return state_->shortened;
}

std::uint64_t PassageDocumentBuilder::add(const ArticlePassages& article, DocumentBuffer& documents,
                                          Vocabulary& vocabulary) {
  state_->begin_article(article);
  std::uint64_t words = 0;
  std::uint32_t ordinal = article.first_ordinal;
  for (const std::string& text : article.texts) {
    const std::uint32_t passage_words = state_->begin_passage(text);
    vocabulary.add(article.record.language, state_->analysis, state_->hashes);
    PassageDocument& document = documents.next();
    state_->write_terms(document);
    const auto slot = [&](schema::Slot s) -> std::string& { return document.values[static_cast<std::size_t>(s)]; };
    slot(schema::Slot::Date) = state_->date;
    slot(schema::Slot::Article) = state_->key;
    slot(schema::Slot::Group) = state_->group;
    slot(schema::Slot::Ordinal) = schema::encode_u32(ordinal);
    slot(schema::Slot::Tokens) = schema::encode_u32(passage_words);
    slot(schema::Slot::Order) = schema::encode_order(state_->date, article.record.id, ordinal);
    document.language = article.record.language;
    const std::size_t place = ordinal - article.first_ordinal;
    document.data =
        encode_passage_data(article.record, ordinal, text, article.pages.empty() ? 0 : article.pages[place]);
    words += passage_words;
    ++ordinal;
  }
  return words;
}

}  // namespace nutgraf::passage
