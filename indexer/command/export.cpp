// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json_text.h"
#include "core/base/utf8.h"
#include "core/cli/output.h"
#include "core/index/layout.h"
#include "indexer/command/commands.h"
#include "indexer/command/interrupt.h"
#include "indexer/command/live_index.h"
#include "indexer/ledger/blocklist.h"
#include "indexer/ledger/ledger_index.h"
#include "indexer/passage/passages.h"
#include "indexer/read/exported_text.h"
#include "indexer/report.h"
#include "indexer/store/stored_articles.h"

namespace nutgraf::command {
namespace {

using Json = nlohmann::ordered_json;

using read::kBetweenPassages;

Json known(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json pairs_as_object(const std::vector<std::pair<std::string, std::string>>& pairs) {
  Json object = Json::object();
  for (const auto& [key, value] : pairs) {
    object[key] = value;
  }
  return object;
}

Json cuts_of(const ArticleRecord& record) {
  Json cuts = Json::array();
  for (const auto& [rule, text] : record.cuts) {
    cuts.push_back({{"rule", rule}, {"text", text}});
  }
  return cuts;
}

/// The text of an article without its title, and where in it passages begin.
struct Body {
  std::string text;
  std::vector<std::size_t> offsets;  // code points
};

/// Without offsets where the title itself is cut.
Body body_of(const ArticleRecord& record, const std::vector<std::string>& passages) {
  const std::string heading = passage::heading_of(record.title);
  Body body;
  std::size_t code_points = 0;
  const auto append = [&](std::string_view part) {
    body.text.append(part);
    code_points += utf8::count(part);
  };
  for (std::size_t i = 0; i < passages.size(); ++i) {
    std::string_view part = passages[i];
    if (i == 0 && !heading.empty()) {
      if (part == heading) {
        part = {};
      } else if (part.starts_with(heading) && part.substr(heading.size()).starts_with(kBetweenPassages)) {
        part.remove_prefix(heading.size() + kBetweenPassages.size());
      } else {
        return {fmt::format("{}", fmt::join(passages, kBetweenPassages)), {}};
      }
    }
    if (i > 0) {
      append(kBetweenPassages);
    }
    body.offsets.push_back(code_points);
    append(part);
  }
  return body;
}

/// The keys of `nutgraf-query show -f json`, with the text whole.
Json row_of(const ArticleRecord& record, const std::vector<std::string>& passages) {
  Body body = body_of(record, passages);
  Json row{{"id", record.id},
           {"title", known(record.title)},
           {"date", known(record.date)},
           {"time", known(record.time)},
           {"date_source", known(record.date_source)},
           {"source", known(record.source)},
           {"url", known(record.url)},
           {"lang", known(record.language)},
           {"authors", record.authors},
           {"section", known(record.section)},
           {"tags", record.tags},
           {"origin",
            {{"path", known(record.origin.path)},
             {"member", known(record.origin.member)},
             {"offset", record.origin.offset},
             {"page", record.origin.page == 0 ? Json(nullptr) : Json(record.origin.page)}}},
           {"meta", pairs_as_object(record.meta)},
           {"cuts", cuts_of(record)},
           {"text", std::move(body.text)}};
  if (!body.offsets.empty()) {
    row["passage_offsets"] = body.offsets;
  }
  return row;
}

/// What an index must not give out again; nothing is asked of the ledger where nothing was purged.
class Withheld {
 public:
  Withheld(const std::filesystem::path& index, const LiveIndex& live) : blocked_(ledger::Blocklist::read(index)) {
    if (!blocked_.empty()) {
      known_.emplace(live.folder / layout::kSources);
    }
  }

  [[nodiscard]] bool contains(const std::string& id) const {
    const ledger::ArticleEntry* article = known_ ? known_->article(id) : nullptr;
    return article != nullptr && blocked_.blocks(id, article->hash, IdSource::Declared);
  }

 private:
  ledger::Blocklist blocked_;
  std::optional<ledger::LedgerIndex> known_;
};

}  // namespace

ExitCode export_articles(const IndexOptions& options, const Console& console) {
  const Interrupt interrupt;
  const LiveIndex live = live_index(options.index);
  const Withheld withheld(options.index, live);
  cli::Output output(options.export_file, cli::Paging::Off);
  std::uint64_t written = 0;
  std::uint64_t kept_back = 0;
  store::each_stored_article(live.folder / layout::kPassages,
                             [&](const ArticleRecord& record, const std::vector<std::string>& passages) {
                               Interrupt::check();
                               if (withheld.contains(record.id)) {
                                 ++kept_back;
                                 return;
                               }
                               output.write(json_text(row_of(record, passages)) + "\n");
                               ++written;
                             });
  output.finish();
  std::string line = fmt::format("exported {}", counted(written, "article"));
  if (kept_back != 0) {
    line += fmt::format(" · kept back because they were purged {}", fmt::group_digits(kept_back));
  }
  console.log(line);
  return ExitCode::Done;
}

}  // namespace nutgraf::command
