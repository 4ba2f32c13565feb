// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/sandbox/parser_process.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <new>
#include <span>
#include <string>

#include "indexer/read/byte_source.h"
#include "indexer/read/sandbox/limits.h"
#include "indexer/read/sandbox/packed_article.h"
#include "tests/indexer/read/collected.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
using namespace nutgraf::read;

namespace {

/// The exit code of a process that gave up its privileges and then did this.
int exit_code_of(const std::function<int()>& act) {
  const pid_t child = ::fork();
  if (child == 0) {
    sandbox::give_up_privileges();
    ::_exit(act());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("a document is parsed in another process") {
  sandbox::ParserProcess process;
  const sandbox::Parsed parsed = process.parse("rtf", R"({\rtf1 The river rose.})");
  REQUIRE(parsed.articles.size() == 1);
  CHECK(parsed.articles[0].article.text == "The river rose.");
  CHECK(process.parse("rtf", R"({\rtf1})").articles.empty());
  CHECK_THROWS_AS((void)process.parse("pdf", "%PDF-1.4 rubbish"), Unreadable);
  CHECK_THROWS_AS((void)process.parse("no such parser", ""), Unreadable);
  CHECK(process.is_alive());
}

TEST_CASE("the death of the process is the loss of one document") {
  CHECK(sandbox::parse_apart("rtf", "{\\rtf1 The river rose.}").articles.size() == 1);
  std::ifstream children("/proc/self/task/" + std::to_string(::getpid()) + "/children");
  for (pid_t child = 0; children >> child;) {
    ::kill(child, SIGKILL);
  }
  std::string reason;
  try {
    (void)sandbox::parse_apart("rtf", "{\\rtf1 It fell.}");
  } catch (const Unreadable& unreadable) {
    reason = unreadable.what();
  }
  CHECK(reason.find("its parser died of it") != std::string::npos);
  CHECK(sandbox::parse_apart("rtf", "{\\rtf1 It rose again.}").articles.size() == 1);
}

TEST_CASE("a document that its parser cannot read costs no other") {
  const test::TempDir folder;
  folder.write("in/a.pdf", "%PDF-1.4 rubbish");
  folder.write("in/b.rtf", "{\\rtf1 The river rose.}");
  folder.write("in/c.docx", "PK\x03\x04 rubbish");
  folder.write("in/d.rtf", "{\\rtf1 It fell.}");
  const test::Collected read = test::collect(folder.path() / "in");
  CHECK(read.ids() == std::vector<std::string>{"b.rtf", "d.rtf"});
  REQUIRE(read.rejects.size() == 2);
  CHECK(read.rejects[0].path.ends_with("a.pdf"));
  CHECK(read.rejects[0].reason == "it is a damaged PDF: fetch it again, or save it anew in a viewer that opens it");
}

TEST_CASE("the process of parsers opens no socket, starts no program and writes no file") {
  const test::TempDir folder;
  const std::string path = (folder.path() / "x").string();
#if defined(__x86_64__) || defined(__aarch64__)
  CHECK(exit_code_of([] { return ::socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM ? 7 : 1; }) == 7);
  CHECK(exit_code_of([] { return ::execl("/bin/true", "true", nullptr) < 0 && errno == EPERM ? 7 : 1; }) == 7);
#endif
  CHECK(exit_code_of([&] {
          ::signal(SIGXFSZ, SIG_IGN);
          std::ofstream file(path);
          file << "x" << std::flush;
          return file ? 1 : 7;
        }) == 7);
}

TEST_CASE("an article survives the way between two processes") {
  FoundArticle found;
  found.line = 12;
  found.article.bad_date = "the 3rd\nof \"May\"";
  found.article.text = "One.\n\nTwo.\n";
  found.article.record.title = "Tïtle";
  found.article.record.date = "2023-06-19";
  found.article.record.date_source = "created";
  found.article.record.meta = {{"a", "b"}, {"a", "c"}};
  const FoundArticle back = sandbox::unpacked(sandbox::packed(found));
  CHECK(back.line == 12);
  CHECK(back.article.bad_date == found.article.bad_date);
  CHECK(back.article.text == found.article.text);
  CHECK(back.article.record == found.article.record);
  for (const char* broken : {"", "x", "[1]\n", "[1,\"\",\"\"]\n{}"}) {
    CAPTURE(broken);
    CHECK_THROWS_AS((void)sandbox::unpacked(broken), Unreadable);
  }
}
