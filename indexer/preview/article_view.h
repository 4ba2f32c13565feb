// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "core/text/token.h"
#include "indexer/article.h"
#include "indexer/clean/clean.h"
#include "indexer/preview/preview.h"
#include "indexer/read/sink.h"

namespace nutgraf::preview {

struct PassageView {
  std::string text;
  std::uint64_t words = 0;
  Analysis analysis;  // kept for Detail::Tokens
};

/// An article as a build would take it.
struct ArticleView {
  ArticleRecord record;
  std::vector<clean::Cut> cuts;
  std::vector<PassageView> passages;
};

/// Writes what the reader finds; one implementation a form.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual void article(const ArticleView& article) = 0;
  virtual void reject(const read::Reject& reject) = 0;
  virtual void skip(const std::string& path, read::Skip kind) = 0;
};

class TextWriter : public Writer {
 public:
  TextWriter(std::ostream& out, Detail detail) : out_(out), detail_(detail) {}
  void article(const ArticleView& article) override;
  void reject(const read::Reject& reject) override;
  void skip(const std::string& path, read::Skip kind) override;

 private:
  void line(const char* name, const std::string& value);
  void passage(std::size_t number, const PassageView& passage);

  std::ostream& out_;
  Detail detail_;
};

class JsonWriter : public Writer {
 public:
  JsonWriter(std::ostream& out, Detail detail) : out_(out), detail_(detail) {}
  void article(const ArticleView& article) override;
  void reject(const read::Reject& reject) override;
  void skip(const std::string& path, read::Skip kind) override;

 private:
  std::ostream& out_;
  Detail detail_;
};

/// word, variant, exact_case, bigram
[[nodiscard]] std::string_view name_of(TokenKind kind);

}  // namespace nutgraf::preview
