// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/preview/preview.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/failure.h"
#include "indexer/read/roots.h"
#include "tests/temp_dir.h"

namespace nutgraf::preview {
namespace {

bool never() {
  return false;
}

class Preview {
 public:
  Preview() {
    folder_.write("a.jsonl", R"({"id": "d1", "title": "River", "date": "2020-01-02", "source": "Post",)"
                             R"( "text": "It {{ad}} rose over the lane.\n\nChina's US port."})"
                             "\n"
                             R"({"id": "d2", "text": "-"})"
                             "\n");
    reading_.inputs = {(folder_.path() / "a.jsonl").string()};
    reading_.language = "en";
    reading_ = read::with_roots(reading_, {});
  }
  std::string write(const PreviewOptions& options) {
    std::ostringstream out;
    counts = write_preview(reading_, options, out, never);
    return out.str();
  }
  [[nodiscard]] const read::ReadOptions& reading() const { return reading_; }
  PreviewCounts counts;

 private:
  test::TempDir folder_;
  read::ReadOptions reading_;
};

TEST_CASE("text shows what a build would take and cut") {
  Preview preview;
  const std::string text = preview.write({});
  for (const char* wanted :
       {"d1\n", "title    River", "2020-01-02 (from record)", "source   Post", "language en",
        "cut      template: {{ad}}", "passage 0 \u00b7 9 words", "It rose over the lane.", "rejected "}) {
    CAPTURE(wanted);
    CHECK(text.find(wanted) != std::string::npos);
  }
  CHECK(text.find("tokens") == std::string::npos);
  CHECK(preview.counts.articles == 1);
  CHECK(preview.counts.passages == 1);
  CHECK(preview.counts.rejected == 1);
}

TEST_CASE("what a page lost is listed") {
  const test::TempDir folder;
  folder.write("a.html",
               "<!DOCTYPE html><nav><a href=/>News</a></nav><article><p>The river rose, said the warden, and then it "
               "fell.</p></article>");
  read::ReadOptions reading;
  reading.inputs = {(folder.path() / "a.html").string()};
  std::ostringstream out;
  write_preview(read::with_roots(reading, {}), {}, out, never);
  CHECK(out.str().find("cut      furniture: News\n") != std::string::npos);
  CHECK(out.str().find("The river rose") != std::string::npos);
}

TEST_CASE("what a site prints on many of the pages is cut, as a build cuts it") {
  const auto cuts_of = [](int pages, const char* line, std::size_t look_ahead, bool keep) {
    const test::TempDir folder;
    std::string records;
    for (int i = 0; i < pages; ++i) {
      records += nlohmann::json({{"id", std::to_string(i)},
                                 {"url", "http://paper.example/" + std::to_string(i)},
                                 {"text", "Hill" + std::to_string(i) + " is not near any other.\n\n" + line}})
                     .dump() +
                 "\n";
    }
    folder.write("a.jsonl", records);
    read::ReadOptions reading;
    reading.inputs = {(folder.path() / "a.jsonl").string()};
    reading.keep_boilerplate = keep;
    std::ostringstream out;
    write_preview(read::with_roots(reading, {}), {Form::JsonLines, Detail::Passages, look_ahead}, out, never);
    std::istringstream lines(out.str());
    std::vector<std::string> cuts;
    for (std::string text; std::getline(lines, text);) {
      const auto row = nlohmann::json::parse(text);
      CHECK((row["text"].get<std::string>().find(line) == std::string::npos) == !row["cuts"].empty());
      for (const auto& cut : row["cuts"]) {
        CHECK(cut["rule"] == "boilerplate");
        cuts.push_back(row["id"].get<std::string>() + " " + cut["text"].get<std::string>());
      }
    }
    return cuts;
  };
  constexpr const char* kLine = "Press accept to read on.";
  constexpr std::size_t kAll = 1'000'000;
  CHECK(cuts_of(6, kLine, kAll, false).size() == 6);
  CHECK(cuts_of(6, kLine, 1, false).empty());  // the first one alone shows nothing
  const std::vector<std::string> later = cuts_of(9, kLine, 6'000, false);
  REQUIRE(later.size() == 9);  // found in the first six
  CHECK(later.back() == "8 Press accept to read on.");
  CHECK(cuts_of(4, kLine, kAll, false).empty());
  CHECK(cuts_of(6, kLine, kAll, true).empty());
}

TEST_CASE("tokens on request") {
  Preview preview;
  const std::string text = preview.write({Form::Text, Detail::Tokens});
  CHECK(text.find("china's=china") != std::string::npos);
  CHECK(text.find("us=XC:US") != std::string::npos);
}

TEST_CASE("JSON has an object a line and every key") {
  Preview preview;
  std::istringstream lines(preview.write({Form::JsonLines, Detail::Tokens}));
  std::string line;
  REQUIRE(std::getline(lines, line));
  const auto article = nlohmann::json::parse(line);
  CHECK(article.at("id") == "d1");
  CHECK(article.at("url").is_null());
  CHECK(article.at("text").get<std::string>().find("{{ad}}") == std::string::npos);
  CHECK(article.at("cuts").at(0).at("text") == "{{ad}}");
  CHECK(article.at("repairs").empty());
  CHECK(article.at("passages").at(0).at("words") == 9);
  CHECK(article.at("passages").at(0).at("tokens").at(0).at("term") == "river");
  REQUIRE(std::getline(lines, line));
  CHECK(nlohmann::json::parse(line).at("rejected").at("reason") == "the article has no words");
}

TEST_CASE("an interrupt ends it") {
  const Preview preview;
  std::ostringstream out;
  CHECK_THROWS_AS(write_preview(preview.reading(), {}, out, [] { return true; }), Failure);
}

}  // namespace
}  // namespace nutgraf::preview
