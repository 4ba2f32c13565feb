// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/verify.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>

#include "core/base/failure.h"
#include "core/index/contract.h"
#include "core/index/layout.h"
#include "core/index/open.h"
#include "core/schema/terms.h"
#include "core/text/analyzer.h"
#include "indexer/ledger/manifest.h"
#include "indexer/store/verify_passages.h"
#include "indexer/store/verify_tables.h"

namespace nutgraf::store {
namespace {

namespace fs = std::filesystem;
using Problems = std::vector<std::string>;

constexpr Xapian::doccount kSamples = 1000;

std::uint64_t count_articles(const Xapian::Database& database) {
  const std::string prefix(schema::kIdPrefix);
  return static_cast<std::uint64_t>(std::distance(database.allterms_begin(prefix), database.allterms_end(prefix)));
}

void compare(Problems& problems, std::string_view what, std::uint64_t said, std::uint64_t found) {
  if (said != found) {
    problems.push_back(fmt::format("{} are {} by the index's own account, but {} are there", what, said, found));
  }
}

void verify_languages(const Contract& contract, Problems& problems) {
  LanguageCount sum;
  for (const LanguageCount& language : contract.languages) {
    sum.articles += language.articles;
    sum.passages += language.passages;
    sum.tokens += language.tokens;
  }
  compare(problems, "articles of all languages together", contract.articles, sum.articles);
  compare(problems, "passages of all languages together", contract.passages, sum.passages);
  compare(problems, "words of all languages together", contract.tokens, sum.tokens);
}

Contract verify_contract(const Xapian::Database& database, Problems& problems) {
  Contract contract = decode_contract(database.get_metadata(std::string(kContractKey)));
  compare(problems, "passages", contract.passages, database.get_doccount());
  compare(problems, "articles", contract.articles, count_articles(database));
  verify_languages(contract, problems);
  return contract;
}

void verify_manifest(const fs::path& folder, const Contract& contract, Problems& problems) {
  const ledger::Manifest manifest = ledger::read_manifest(folder);
  if (manifest.contract != contract) {
    problems.push_back(fmt::format("{} does not agree with the passages", (folder / layout::kManifest).string()));
  }
}

void append(Problems& problems, const Problems& more) {
  problems.insert(problems.end(), more.begin(), more.end());
}

/// Runs one step; what it throws is a problem of the index, unless this process may not do it.
template <typename Step>
void attempt(const fs::path& folder, Problems& problems, Step step) {
  try {
    step();
  } catch (const Xapian::Error& e) {
    if (is_denial(e)) {
      throw index_failure(e, folder.string());
    }
    problems.push_back(describe(e, folder.string()));
  } catch (const std::exception& e) {
    problems.emplace_back(e.what());
  }
}

}  // namespace

std::vector<std::string> verify(const fs::path& folder, VerifyLevel level) {
  Problems problems;
  const fs::path passages = folder / layout::kPassages;
  attempt(folder, problems, [&] {
    const Xapian::Database database(passages.string());
    const Contract contract = verify_contract(database, problems);
    attempt(folder, problems, [&] { verify_manifest(folder, contract, problems); });
    if (contract.analyzer == Analyzer::description() && version_warning(contract).empty()) {
      append(problems, verify_passages(passages.string(), kSamples));
    }
  });
  if (level == VerifyLevel::Full) {
    attempt(folder, problems, [&] { append(problems, verify_tables(passages, possible_check(passages))); });
  }
  return problems;
}

}  // namespace nutgraf::store
