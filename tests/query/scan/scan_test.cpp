// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <limits>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/index/record.h"
#include "query/bind/word_forms.h"
#include "query/parse/query_error.h"
#include "query/search/postings/index_lexicon.h"
#include "query/search/searcher.h"
#include "tests/query/scan/query_maker.h"
#include "tests/query/scan/slow_scan.h"
#include "tests/query/sharded_index.h"

namespace nutgraf {
namespace {

using test::QueryMaker;
using test::Scanned;
using test::ScannedArticle;
using test::ScanQuery;
using test::SmallArticle;

const std::vector<std::string> kWords = {
    "the",     "of",    "a",         "climate",   "climatic", "climb",    "policy",   "policies", "police", "politics",
    "nuclear", "power", "plant",     "treaty",    "treaties", "minister", "ministry", "river",    "rivers", "bank",
    "one",     "china", "principle", "principal", "taiwan",   "strait",   "arms",     "sale",     "sales",  "said",
    "he",      "they",  "with",      "nation",    "national", "nations",  "question", "envoy",    "talks",  "peace"};

/// Sentences out of a few words, with initials, abbreviations, possessives and hyphens, so that words meet often and
/// boundaries are of every kind.
class TextMaker {
 public:
  explicit TextMaker(std::uint32_t seed) : random_(seed) {}

  std::string article() {
    std::string text;
    const std::uint32_t paragraphs = 1 + below(9);
    for (std::uint32_t p = 0; p < paragraphs; ++p) {
      text += p > 0 ? "\n\n" : "";
      const std::uint32_t sentences = 1 + below(5);
      for (std::uint32_t s = 0; s < sentences; ++s) {
        text += (s > 0 ? " " : "") + sentence();
      }
    }
    return text;
  }

 private:
  std::uint32_t below(std::uint32_t n) { return std::uniform_int_distribution<std::uint32_t>(0, n - 1)(random_); }

  std::string word() {
    const std::uint32_t at =
        std::min(below(static_cast<std::uint32_t>(kWords.size())), below(static_cast<std::uint32_t>(kWords.size())));
    return kWords[at];
  }

  std::string sentence() {
    std::string text = word();
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    const std::uint32_t words = below(15);
    for (std::uint32_t i = 0; i < words; ++i) {
      switch (below(20)) {
        case 0:
          text += " Mr. Xi";
          break;
        case 1:
          text += " " + word() + "'s";
          break;
        case 2:
          text += " " + word() + "-" + word();
          break;
        case 3:
          text += " U.S. " + word();
          break;
        case 4:
          text += ", " + word();
          break;
        default:
          text += " " + word();
          break;
      }
    }
    static constexpr const char* kStops[] = {".", ".", ".", "!", "?", "...", " etc."};
    return text + kStops[below(7)];
  }

  std::mt19937 random_;
};

std::vector<SmallArticle> random_articles(std::uint32_t seed, int count) {
  TextMaker maker(seed);
  std::vector<SmallArticle> articles;
  for (int i = 0; i < count; ++i) {
    articles.push_back({fmt::format("a{:03}", i), maker.article(), "", fmt::format("20{:02}-06-01", i % 60)});
  }
  return articles;
}

/// Runs of plain words out of passages, as they stand side by side.
std::vector<std::vector<std::string>> runs_of(const std::vector<std::string>& texts) {
  std::vector<std::vector<std::string>> runs;
  const Analyzer analyzer;
  Analyzer::Scratch scratch;
  Analysis analysis;
  for (const std::string& text : texts) {
    analyzer.analyze(text, scratch, analysis);
    std::vector<std::string> run;
    std::uint32_t last = 0;
    for (const Token& token : analysis.tokens) {
      const std::string term(analysis.term(token));
      const bool plain = token.kind == TokenKind::Word &&
                         std::all_of(term.begin(), term.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      if (!plain || token.position.value != last + 1 || run.size() == 4) {
        if (run.size() > 2) {
          runs.push_back(run);
        }
        run.clear();
      }
      if (plain) {
        run.push_back(term);
      }
      last = token.position.value;
    }
  }
  return runs;
}

search::Request everything(const std::string& query) {
  search::Request request;
  request.query = query;
  request.limit = std::numeric_limits<std::uint32_t>::max();
  request.per_article = std::numeric_limits<std::uint32_t>::max();
  request.copies = search::Copies::All;
  request.totals = search::Totals::Exact;
  request.texts = search::Texts::None;
  request.notes = search::Notes::None;
  return request;
}

/// What the index counts as a word. How words are related is not what is tested here.
QueryMaker::Forms forms_of(const search::postings::IndexLexicon& lexicon) {
  return [&lexicon](const std::string& word, QueryMaker::Written written) {
    std::vector<ScanQuery::Sequence> sequences;
    bind::WordForms forms(lexicon);
    const bind::Clause clause =
        forms.read(word, written == QueryMaker::Written::Bare ? bind::WordForms::Reading::Chunk
                                                              : bind::WordForms::Reading::Phrase);
    for (const bind::Form& form : clause.parts.at(0).forms) {
      if (!form.language.empty()) {
        return std::vector<ScanQuery::Sequence>();
      }
      sequences.push_back(form.terms);
    }
    return sequences;
  };
}

using Passages = std::set<std::string>;

std::string passage_name(const std::string& id, std::size_t passage) {
  return fmt::format("{}#{}", id, passage);
}

/// What the product finds, page by page; pages must neither repeat nor skip.
std::vector<std::string> paged(search::Searcher& searcher, const std::string& query, std::uint64_t rows) {
  search::Request request = everything(query);
  request.limit = rows;
  std::vector<std::string> found;
  for (;; request.offset += request.limit) {
    const view::Answer answer = searcher.search(request);
    for (const view::Hit& hit : answer.hits) {
      found.push_back(passage_name(hit.id, hit.passage));
    }
    if (answer.hits.size() < request.limit) {
      CHECK(answer.total == found.size());
      return found;
    }
  }
}

struct Expected {
  Passages passages;
  std::set<std::string> articles;
  std::uint64_t occurrences = 0;

  void add(const Expected& more) {
    passages.insert(more.passages.begin(), more.passages.end());
    articles.insert(more.articles.begin(), more.articles.end());
    occurrences += more.occurrences;
  }

  void add(const ScanQuery& query, const ScannedArticle& article) {
    const Scanned scanned = test::scan(query, article);
    for (std::size_t i = 0; i < scanned.matches.size(); ++i) {
      if (scanned.matches[i]) {
        passages.insert(passage_name(article.id, i));
        articles.insert(article.id);
        occurrences += scanned.occurrences[i];
      }
    }
  }
};

void check_counts(search::Searcher& searcher, const std::string& query, const Expected& expected) {
  const search::Searcher::Counts counts = searcher.count(everything(query));
  CHECK(counts.passages == expected.passages.size());
  CHECK(counts.articles == expected.articles.size());
  CHECK(counts.occurrences == expected.occurrences);
}

std::vector<std::string> texts_of(const std::vector<SmallArticle>& articles) {
  std::vector<std::string> texts;
  for (const SmallArticle& article : articles) {
    for (std::string& text : passage::cut_passages(article.title, article.text)) {
      texts.push_back(std::move(text));
    }
  }
  return texts;
}

std::vector<ScannedArticle> scanned_articles(const std::vector<SmallArticle>& articles) {
  const Analyzer analyzer;
  Analyzer::Scratch scratch;
  std::vector<ScannedArticle> all;
  for (const SmallArticle& article : articles) {
    ScannedArticle& scanned = all.emplace_back();
    scanned.id = article.id;
    for (const std::string& text : passage::cut_passages(article.title, article.text)) {
      scanned.passages.push_back(test::scan_text(analyzer, scratch, text));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("random queries find and count what a slow scan of the texts does, in one shard and in three") {
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    const std::vector<SmallArticle> articles = random_articles(seed, 45);
    const std::vector<ScannedArticle> scanned = scanned_articles(articles);
    const test::ShardedIndex shards(articles);
    search::Searcher one(shards.open_whole());
    search::Searcher three(shards.open_shards());
    const search::postings::IndexLexicon lexicon(one.index());
    QueryMaker maker(runs_of(texts_of(articles)), forms_of(lexicon), seed);
    for (int i = 0; i < 150; ++i) {
      const ScanQuery query = maker.query();
      Expected expected;
      for (const ScannedArticle& article : scanned) {
        expected.add(query, article);
      }
      INFO("seed " << seed << ": " << query.text);
      const std::vector<std::string> rows = paged(one, query.text, 7);
      CHECK(Passages(rows.begin(), rows.end()) == expected.passages);
      CHECK(rows.size() == expected.passages.size());
      CHECK(paged(three, query.text, 7) == rows);
      check_counts(one, query.text, expected);
      check_counts(three, query.text, expected);
    }
  }
}

namespace {

/// The passages of a real index article by article, as they follow one another.
class StoredArticles {
 public:
  explicit StoredArticles(const Xapian::Database& database) : database_(database), at_(database.postlist_begin("")) {}

  bool next(ScannedArticle& article) {
    if (!next_texts(article.id)) {
      return false;
    }
    article.passages.clear();
    for (const std::string& text : texts_) {
      article.passages.push_back(test::scan_text(analyzer_, scratch_, text));
    }
    return true;
  }

  bool skip() {
    std::string id;
    return next_texts(id);
  }

 private:
  bool next_texts(std::string& id) {
    id.clear();
    texts_.clear();
    for (; at_ != database_.postlist_end(""); ++at_) {
      const std::string data = database_.get_document(*at_).get_data();
      const PassageText passage = decode_passage_text(data);
      if (!id.empty() && id != passage.id) {
        return true;
      }
      id = passage.id;
      texts_.emplace_back(passage.text);
    }
    return !id.empty();
  }

  Xapian::Database database_;
  Xapian::PostingIterator at_;
  std::vector<std::string> texts_;
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
};

std::vector<std::string> some_texts(const Xapian::Database& database, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<Xapian::docid> documents(1, database.get_lastdocid());
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i) {
    texts.emplace_back(decode_passage_text(database.get_document(documents(random)).get_data()).text);
  }
  return texts;
}

int number_from(const char* variable, int otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::atoi(value);
}

/// What the queries should find: each of two threads scans every other article.
std::vector<Expected> scan_all(const std::string& index, const std::vector<ScanQuery>& queries) {
  const auto scan_share = [&](std::size_t share) {
    std::vector<Expected> expected(queries.size());
    StoredArticles articles(open_index(index).database);
    ScannedArticle article;
    for (bool more = share == 0 || articles.skip(); more && articles.next(article); more = articles.skip()) {
      for (std::size_t i = 0; i < queries.size(); ++i) {
        expected[i].add(queries[i], article);
      }
    }
    return expected;
  };
  auto second = std::async(std::launch::async, scan_share, 1);
  std::vector<Expected> expected = scan_share(0);
  const std::vector<Expected> more = second.get();
  for (std::size_t i = 0; i < expected.size(); ++i) {
    expected[i].add(more[i]);
  }
  return expected;
}

/// Patterns of a real index may match too much, which is no error of theirs.
bool can_be_asked(search::Searcher& searcher, const std::string& query) {
  try {
    static_cast<void>(searcher.explain(everything(query)));
    return true;
  } catch (const parse::QueryError& error) {
    CHECK(std::string(error.what()).find("a pattern may match") != std::string::npos);
    return false;
  }
}

}  // namespace

// NUTGRAF_SCAN_INDEX=news.idx [NUTGRAF_SCAN_QUERIES=200] [NUTGRAF_SCAN_SEED=1] test-query -tc="*a real index*"
TEST_CASE("random queries find and count what a slow scan does in a real index" *
          doctest::skip(std::getenv("NUTGRAF_SCAN_INDEX") == nullptr)) {
  search::Searcher searcher(open_index(std::getenv("NUTGRAF_SCAN_INDEX")));
  const Xapian::Database& database = searcher.index().database;
  const search::postings::IndexLexicon lexicon(searcher.index());
  const auto seed = static_cast<std::uint32_t>(number_from("NUTGRAF_SCAN_SEED", 1));
  QueryMaker maker(runs_of(some_texts(database, seed)), forms_of(lexicon), seed);
  std::vector<ScanQuery> queries;
  while (queries.size() < static_cast<std::size_t>(number_from("NUTGRAF_SCAN_QUERIES", 200))) {
    ScanQuery query = maker.query();
    if (can_be_asked(searcher, query.text)) {
      queries.push_back(std::move(query));
    }
  }
  const std::vector<Expected> expected = scan_all(std::getenv("NUTGRAF_SCAN_INDEX"), queries);
  std::size_t empty = 0;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    INFO(queries[i].text);
    check_counts(searcher, queries[i].text, expected[i]);
    const std::vector<std::string> rows = paged(searcher, queries[i].text, 20000);
    CHECK(Passages(rows.begin(), rows.end()) == expected[i].passages);
    CHECK(rows.size() == expected[i].passages.size());
    empty += rows.empty() ? 1U : 0U;
  }
  MESSAGE(queries.size() << " queries agree or are named above; " << empty << " of them find nothing");
}

}  // namespace nutgraf
