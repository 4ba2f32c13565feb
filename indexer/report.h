// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// What a command that writes did: the one line on stderr and the JSON object of --report json (CLI.md "Reports").
namespace nutgraf {

struct Report {
  std::string command;  // build, update, delete, rollback, optimize
  std::string index;
  std::string generation;   // the live one afterwards
  std::uint64_t files = 0;  // met, the skipped ones included
  std::uint64_t articles = 0;
  std::uint64_t passages = 0;
  std::uint64_t bytes = 0;  // of article text
  double seconds = 0;
  std::map<std::string, std::uint64_t> skipped;    // kind of file -> count (hidden, binary, empty, ...)
  std::uint64_t rejected = 0;                      // records and files
  std::map<std::string, std::uint64_t> encodings;  // other than UTF-8 -> files
  std::uint64_t undated = 0;                       // of the articles read
  std::uint64_t bad_dates = 0;
  std::uint64_t title_only = 0;             // articles without a text
  std::vector<std::string> unmatched_maps;  // "text=body" of --map that no record had
  std::uint64_t duplicate_ids = 0;
  std::uint64_t repaired = 0;                   // articles with bytes that are no UTF-8, or zero bytes
  std::map<std::string, std::uint64_t> mended;  // rule of repair -> places in texts
  std::uint64_t shortened_terms = 0;
  std::uint64_t copies = 0;       // articles
  std::uint64_t copy_groups = 0;  // of copies and the articles that stand for them
  std::uint64_t trimmed = 0;      // articles that boilerplate was cut from
  std::uint64_t joined = 0;       // words that a line end broke and the corpus writes in one
  std::uint64_t blocked = 0;      // records kept out because they were purged; delete: texts that are from now on
  // update, delete
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t vanished = 0;  // kept
  std::uint64_t pruned = 0;
  std::uint64_t deleted = 0;
  std::uint64_t not_found = 0;
  std::uint64_t unblocked = 0;  // texts
  // rollback, optimize
  std::string previous;             // the generation that was live before; empty: none was, or the same
  std::uint64_t size = 0;           // bytes on disk
  std::uint64_t previous_size = 0;  // of the generation before
};

[[nodiscard]] std::string to_line(const Report& report);
[[nodiscard]] std::string to_json(const Report& report);

/// "1 article", "39,871 articles"
[[nodiscard]] std::string counted(std::uint64_t number, const std::string& thing);

}  // namespace nutgraf
