// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/preview/preview.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <ostream>
#include <utility>
#include <vector>

#include "core/base/failure.h"
#include "core/text/analyzer.h"
#include "indexer/build/prepare.h"
#include "indexer/page_marks.h"
#include "indexer/passage/passages.h"
#include "indexer/preview/json_writer.h"
#include "indexer/preview/text_writer.h"
#include "indexer/read/read_inputs.h"

namespace nutgraf::preview {
namespace {

/// Goes through the stages of a build one article at a time.
class Previewer : public read::Sink {
 public:
  struct Ends {
    std::ostream& out;
    Writer& writer;
    const std::function<bool()>& interrupted;
  };
  Previewer(const Ends& ends, const read::ReadOptions& inputs) : ends_(ends), inputs_(inputs) {}

  read::FileDecision begin_file(const read::FileFacts& /*file*/) override { return read::FileDecision::Read; }

  [[nodiscard]] bool wants_omissions() const override { return true; }

  void article(Article&& article) override {
    ArticleView view;
    for (Omission& omission : article.omissions) {
      view.cuts.push_back({std::move(omission.text), std::move(omission.why)});
    }
    if (inputs_.repair) {
      view.repairs = clean::repair(article);
    }
    build::prepare(article, inputs_);
    for (auto& [rule, text] : std::exchange(article.record.cuts, {})) {
      view.cuts.push_back({std::move(text), std::move(rule)});
    }
    std::uint64_t words = 0;
    std::vector<std::string> texts = cutter_.cut(article.record.title, article.text);
    const std::vector<std::uint32_t> pages = build::take_pages(article.record, texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      PassageView& passage = view.passages.emplace_back();
      passage.text = std::move(texts[i]);
      passage.page = pages.empty() ? 0 : pages[i];
      analyzer_.analyze(passage.text, scratch_, passage.analysis);
      const auto& tokens = passage.analysis.tokens;
      passage.words = static_cast<std::uint64_t>(
          std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == TokenKind::Word; }));
      words += passage.words;
    }
    if (words == 0) {
      const Origin& origin = article.record.origin;
      reject({origin.path, origin.member, 0, origin.offset, "the article has no words", "skipped"});
      return;
    }
    view.record = std::move(article.record);
    view.text = pages.empty() ? std::move(article.text) : without_page_marks(article.text);
    ends_.writer.article(view);
    ++counts_.articles;
    counts_.passages += view.passages.size();
  }

  void reject(read::Reject&& reject) override {
    ends_.writer.reject(reject);
    ++counts_.rejected;
  }
  void skip(const std::string& path, read::Skip kind) override { ends_.writer.skip(path, kind); }
  void note(const Origin& /*origin*/, read::Note /*kind*/, const std::string& /*detail*/) override {}
  void end_file(const read::FileFacts& /*file*/) override {}
  /// Also when no one reads on: `preview ... | head`.
  [[nodiscard]] bool stopped() const override { return !ends_.out || ends_.interrupted(); }

  [[nodiscard]] const PreviewCounts& counts() const { return counts_; }

 private:
  Ends ends_;
  const read::ReadOptions& inputs_;
  PreviewCounts counts_;
  const Analyzer analyzer_{};
  Analyzer::Scratch scratch_;
  passage::PassageCutter cutter_{analyzer_};
};

std::unique_ptr<Writer> writer_for(const PreviewOptions& options, std::ostream& out) {
  if (options.form == Form::JsonLines) {
    return std::make_unique<JsonWriter>(out, options.detail);
  }
  return std::make_unique<TextWriter>(out, options.detail);
}

}  // namespace

PreviewCounts write_preview(const read::ReadOptions& inputs, const PreviewOptions& options, std::ostream& out,
                            const std::function<bool()>& interrupted) {
  const std::unique_ptr<Writer> writer = writer_for(options, out);
  Previewer previewer({out, *writer, interrupted}, inputs);
  read::read_inputs(inputs, previewer);
  if (interrupted()) {
    throw Failure(ExitCode::Interrupted, "interrupted");
  }
  return previewer.counts();
}

}  // namespace nutgraf::preview
