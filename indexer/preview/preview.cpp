// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/preview/preview.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
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
#include "indexer/preview/site_survey.h"
#include "indexer/preview/text_writer.h"
#include "indexer/read/read_inputs.h"

namespace nutgraf::preview {
namespace {

/// An article on its way, or what stands in its place where it was rejected or skipped.
struct Held {
  Article article;
  ArticleView view;  // so far
  std::function<void(Writer&)> instead;
};

/// Goes through the stages of a build. What a site prints on many pages shows in the first articles, which wait for one
/// another; those that come after are shown at once.
class Previewer : public read::Sink {
 public:
  struct Ends {
    std::ostream& out;
    Writer& writer;
    const std::function<bool()>& interrupted;
  };
  Previewer(const Ends& ends, const read::ReadOptions& inputs, std::size_t look_ahead)
      : ends_(ends), inputs_(inputs), look_ahead_(look_ahead), wait_(inputs.keep_boilerplate ? Wait::Over : Wait::On) {}

  read::FileDecision begin_file(const read::FileFacts& /*file*/) override { return read::FileDecision::Read; }

  [[nodiscard]] bool wants_omissions() const override { return true; }

  void article(Article&& article) override {
    Held held{std::move(article), {}, {}};
    for (Omission& omission : held.article.omissions) {
      held.view.cuts.push_back({std::move(omission.text), std::move(omission.why)});
    }
    if (inputs_.repair) {
      held.view.repairs = clean::repair(held.article);
    }
    build::trim_page(held.article, inputs_);
    take(std::move(held));
  }

  void reject(read::Reject&& reject) override {
    ++counts_.rejected;
    take({{}, {}, [reject = std::move(reject)](Writer& writer) { writer.reject(reject); }});
  }
  void skip(const std::string& path, read::Skip kind) override {
    take({{}, {}, [path, kind](Writer& writer) { writer.skip(path, kind); }});
  }
  void note(const Origin& /*origin*/, read::Note /*kind*/, const std::string& /*detail*/) override {}
  void end_file(const read::FileFacts& /*file*/) override {}
  /// Also when no one reads on: `preview ... | head`.
  [[nodiscard]] bool stopped() const override { return !ends_.out || ends_.interrupted(); }

  /// Shows what waits still.
  void finish() {
    if (wait_ == Wait::On) {
      end_wait();
    }
  }

  [[nodiscard]] const PreviewCounts& counts() const { return counts_; }

 private:
  void take(Held&& held) {
    constexpr std::size_t kHeldBytes = 1'000;  // beside the text
    if (wait_ == Wait::Over) {
      show(held);
      return;
    }
    bytes_ += held.article.text.size() + kHeldBytes;
    const Held& last = held_.emplace_back(std::move(held));
    if (!last.instead) {
      sites_.see(last.article);
    }
    if (bytes_ >= look_ahead_) {
      end_wait();
    }
  }

  void end_wait() {
    wait_ = Wait::Over;
    sites_.find();
    for (; !held_.empty() && !stopped(); held_.pop_front()) {
      show(held_.front());
    }
  }

  void show(Held& held) {
    if (held.instead) {
      held.instead(ends_.writer);
      return;
    }
    Article& article = held.article;
    ArticleView& view = held.view;
    if (!inputs_.keep_boilerplate) {
      for (clean::Cut& cut : sites_.cut(article)) {
        article.record.cuts.emplace_back(std::move(cut.rule), std::move(cut.text));
      }
    }
    build::prepare(article, inputs_);
    for (auto& [rule, text] : std::exchange(article.record.cuts, {})) {
      view.cuts.push_back({std::move(text), std::move(rule)});
    }
    if (add_passages(article, view) == 0) {
      const Origin& origin = article.record.origin;
      ends_.writer.reject({origin.path, origin.member, 0, origin.offset, "the article has no words", "skipped"});
      ++counts_.rejected;
      return;
    }
    const bool has_pages = article.record.origin.page != 0;
    view.text = has_pages ? without_page_marks(article.text) : std::move(article.text);
    view.record = std::move(article.record);
    ends_.writer.article(view);
    ++counts_.articles;
    counts_.passages += view.passages.size();
  }

  /// Number of words.
  std::uint64_t add_passages(const Article& article, ArticleView& view) {
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
    return words;
  }

  Ends ends_;
  const read::ReadOptions& inputs_;
  std::size_t look_ahead_;
  enum class Wait : std::uint8_t { On, Over } wait_;
  std::deque<Held> held_;  // their articles stay where they are
  std::size_t bytes_ = 0;
  SiteSurvey sites_;
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
  Previewer previewer({out, *writer, interrupted}, inputs, options.look_ahead);
  read::read_inputs(inputs, previewer);
  previewer.finish();
  if (interrupted()) {
    throw Failure(ExitCode::Interrupted, "interrupted");
  }
  return previewer.counts();
}

}  // namespace nutgraf::preview
