// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "indexer/read/read_inputs.h"
#include "indexer/read/roots.h"

namespace nutgraf::test {

/// A sink that keeps everything.
struct Collected final : read::Sink {
  std::vector<read::FileFacts> begun;
  std::vector<read::FileFacts> ended;
  std::vector<Article> articles;
  std::vector<read::Reject> rejects;
  std::vector<std::pair<std::string, read::Skip>> skips;
  std::vector<std::pair<read::Note, std::string>> notes;
  std::size_t stop_after = static_cast<std::size_t>(-1);  // articles
  read::FileDecision decision = read::FileDecision::Read;

  read::FileDecision begin_file(const read::FileFacts& file) override {
    begun.push_back(file);
    return decision;
  }
  void article(Article&& article) override { articles.push_back(std::move(article)); }
  void reject(read::Reject&& reject) override { rejects.push_back(std::move(reject)); }
  void skip(const std::string& path, read::Skip kind) override { skips.emplace_back(path, kind); }
  void note(const Origin& /*origin*/, read::Note kind, const std::string& detail) override {
    notes.emplace_back(kind, detail);
  }
  void end_file(const read::FileFacts& file) override { ended.push_back(file); }
  [[nodiscard]] bool stopped() const override { return articles.size() >= stop_after; }

  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> found;
    std::transform(articles.begin(), articles.end(), std::back_inserter(found),
                   [](const Article& a) { return a.record.id; });
    return found;
  }
  [[nodiscard]] std::size_t skipped(read::Skip kind) const {
    return static_cast<std::size_t>(
        std::count_if(skips.begin(), skips.end(), [&](const auto& skip) { return skip.second == kind; }));
  }
  [[nodiscard]] bool noted(read::Note kind) const {
    return std::any_of(notes.begin(), notes.end(), [&](const auto& note) { return note.first == kind; });
  }
};

/// Reads `options.inputs` as a first build does.
inline Collected collect(read::ReadOptions options) {
  Collected sink;
  read::read_inputs(read::with_roots(std::move(options), {}), sink);
  return sink;
}

inline Collected collect(const std::filesystem::path& input) {
  read::ReadOptions options;
  options.inputs = {input.string()};
  return collect(std::move(options));
}

}  // namespace nutgraf::test
