// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes, whatever the file is called: no crash, and every article, repaired, is valid UTF-8 without NUL or CR, with
// an id.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/utf8.h"
#include "indexer/clean/repair.h"
#include "indexer/read/document_reader.h"
#include "indexer/read/parsers.h"
#include "indexer/read/registry.h"

namespace {

using namespace nutgraf;

class CheckingSink final : public read::Sink {
 public:
  read::FileDecision begin_file(const read::FileFacts& /*file*/) override { return read::FileDecision::Read; }
  void article(Article&& article) override {
    clean::repair(article);
    const ArticleRecord& record = article.record;
    const bool valid =
        utf8::is_valid(article.text) && utf8::is_valid(record.title) && utf8::is_valid(record.id) && !record.id.empty();
    const bool clean = article.text.find('\0') == std::string::npos && article.text.find('\r') == std::string::npos;
    const bool dated = record.date.empty() || record.date.size() == 10 || record.date.size() == 7;  // a day or a month
    if (!valid || !clean || (article.text.empty() && record.title.empty()) || !dated) {
      std::abort();
    }
  }
  void reject(read::Reject&& reject) override {
    if (reject.reason.empty() || !utf8::is_valid(reject.reason)) {
      std::abort();
    }
  }
  void skip(const std::string& /*path*/, read::Skip /*kind*/) override {}
  void note(const Origin& /*origin*/, read::Note /*kind*/, const std::string& /*detail*/) override {}
  void end_file(const read::FileFacts& /*file*/) override {}
  [[nodiscard]] bool stopped() const override { return false; }
};

/// A name for every reader, by its first extension; documents that a process of their own parses have the target
/// parse_document.
std::vector<std::string> names_of_files() {
  std::vector<std::string> names = {"a", "a.md"};
  for (const read::Reader& reader : read::readers()) {
    const bool apart =
        std::ranges::find(read::parsers(), reader.name, &read::sandbox::Parser::name) != read::parsers().end();
    if (!apart && !reader.extensions.front().empty()) {
      names.push_back("a." + std::string(reader.extensions.front()));
    }
  }
  return names;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const std::vector<std::string> names = names_of_files();
  for (const std::string& name : names) {
    read::ReadOptions options;
    options.split_level = name.ends_with(".md") ? 3 : 0;
    CheckingSink sink;
    read::ArticleEmitter emitter(options, sink, [](const std::string& id) { return id; });
    read::unpack::UnpackBudget budget{16UL * 1024 * 1024};
    read::TextSource source(bytes);
    read::Document document;
    document.id = document.file_id = document.name = document.given = name;
    try {
      read::DocumentReader(emitter, budget).read(source, document, read::DocumentReader::Position::Inside);
    } catch (const read::unpack::BudgetSpent&) {
    }
  }
  return 0;
}
