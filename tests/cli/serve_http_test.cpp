// SPDX-License-Identifier: GPL-2.0-or-later
// `serve` over HTTP, by sockets.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

using Json = nlohmann::json;

/// A connection to a port of this machine.
class Socket {
 public:
  explicit Socket(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{60, 0};
    (void)::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    is_connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~Socket() { ::close(socket_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  Socket(Socket&&) = delete;
  Socket& operator=(Socket&&) = delete;

  [[nodiscard]] bool is_connected() const { return is_connected_; }
  void send(const std::string& bytes) const { (void)::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }
  /// All that comes until the other side ends.
  [[nodiscard]] std::string receive() const {
    std::string text;
    std::array<char, 65536> buffer{};
    for (ssize_t got = 0; (got = ::recv(socket_, buffer.data(), buffer.size(), 0)) > 0;) {
      text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return text;
  }

 private:
  int socket_;
  bool is_connected_ = false;
};

struct Response {
  int status = 0;
  std::string head;
  std::string body;
};

Response response_of(const std::string& text) {
  const std::size_t end = text.find("\r\n\r\n");
  if (!text.starts_with("HTTP/1.1 ") || end == std::string::npos) {
    return {};
  }
  return {std::stoi(text.substr(9, 3)), text.substr(0, end), text.substr(end + 4)};
}

/// `nutgraf-query serve` on a port of its own.
class Server {
 public:
  Server(const std::filesystem::path& folder, const std::string& options) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    child_ = ::fork();
    REQUIRE(child_ >= 0);
    if (child_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::close(ends[0]);
      ::close(ends[1]);
      const std::string script =
          "cd '" + folder.string() + "' && exec '" NUTGRAF_BIN_DIR "/nutgraf-query' serve -q --port 0 " + options;
      ::execl("/bin/sh", "sh", "-c", script.c_str(), nullptr);
      ::_exit(127);
    }
    ::close(ends[1]);
    std::string url;
    for (char c = 0; ::read(ends[0], &c, 1) == 1 && c != '\n';) {
      url += c;
    }
    ::close(ends[0]);
    constexpr std::string_view kBegin = "http://127.0.0.1:";
    REQUIRE_MESSAGE(url.starts_with(kBegin), url);
    port_ = static_cast<std::uint16_t>(std::stoi(url.substr(kBegin.size())));
    token_ = url.substr(url.find("#token=") + 7);
  }
  ~Server() {
    if (child_ > 0) {
      (void)stop(SIGKILL);
    }
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  Server(Server&&) = delete;
  Server& operator=(Server&&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::string host() const { return "127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] const std::string& token() const { return token_; }
  [[nodiscard]] std::string bearer() const { return "Authorization: Bearer " + token_ + "\r\n"; }

  /// `headers` end with a line end each; Host and Connection are added.
  [[nodiscard]] Response ask(const std::string& line, const std::string& headers, const std::string& body = {}) const {
    return raw(line + " HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n" + headers +
               "Content-Length: " + std::to_string(body.size()) + "\r\n" + "\r\n" + body);
  }
  [[nodiscard]] Response get(const std::string& path) const { return ask("GET " + path, bearer()); }
  [[nodiscard]] Response post(const std::string& path, const std::string& body) const {
    return ask("POST " + path, bearer() + "Content-Type: application/json\r\n", body);
  }
  [[nodiscard]] Response raw(const std::string& request) const {
    const Socket socket(port_);
    socket.send(request);
    return response_of(socket.receive());
  }

  /// That it has used so far, in ticks of the system.
  [[nodiscard]] std::uint64_t cpu_time() const {
    const std::string stat = read_file("/proc/" + std::to_string(child_) + "/stat");
    std::istringstream fields(stat.substr(stat.rfind(')') + 1));
    std::string skipped;
    for (int i = 3; i < 14; ++i) {
      fields >> skipped;
    }
    std::uint64_t user = 0;
    std::uint64_t system = 0;
    fields >> user >> system;
    return user + system;
  }

  /// The exit code.
  int stop(int signal) {
    ::kill(child_, signal);
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = 0;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }

 private:
  pid_t child_ = 0;
  std::uint16_t port_ = 0;
  std::string token_;
};

class Folder {
 public:
  Folder() {
    std::string lines;
    for (int i = 0; i < 40; ++i) {
      lines += "{\"id\": \"d" + std::to_string(i) + "\", \"source\": \"Post\", \"date\": \"2023-06-19\", \"text\": " +
               "\"The river rose, and =cmd() by the mill.\"}\n";
    }
    (void)temp_.write("docs.jsonl", lines);
    (void)temp_.write("token", "a-token-of-the-newsroom\n");
    REQUIRE(sh("nutgraf-index build -q news.idx docs.jsonl").exit == 0);
  }
  [[nodiscard]] Outcome sh(const std::string& script) const { return shell(temp_.path(), script); }
  [[nodiscard]] const std::filesystem::path& path() const { return temp_.path(); }

 private:
  TempDir temp_;
};

/// long.idx, on which kSlow takes a second or more.
void write_long_index(const Folder& at) {
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    lines += "{\"id\": \"l" + std::to_string(i) + "\", \"text\": \"";
    for (int j = 0; j < 100; ++j) {
      lines += "word" + std::to_string((i * 37 + j) % 997) + " and ";
    }
    lines += "end.\"}\n";
  }
  std::ofstream(at.path() / "long.jsonl") << lines;
  REQUIRE(at.sh("nutgraf-index build -q long.idx long.jsonl").exit == 0);
}
constexpr const char* kSlow = "/api/kwic?query=and&sort=R1,L1";

}  // namespace

TEST_CASE("serve: requests over HTTP, allowed and refused") {
  const Folder at;
  const Server server(at.path(), "news.idx --token-file token");
  CHECK(server.token() == "a-token-of-the-newsroom");
  const std::string host = server.host();
  const std::string bearer = server.bearer();
  const std::string json = "Content-Type: application/json\r\n";
  const std::string close = "Connection: close\r\n";
  const Response session = server.ask("POST /session", bearer);
  CHECK(session.status == 204);
  const std::size_t begin = session.head.find("Set-Cookie: ");
  REQUIRE(begin != std::string::npos);
  const std::string cookie =
      "Cookie: " + session.head.substr(begin + 12, session.head.find(';', begin) - begin - 12) + "\r\n";
  struct Row {
    std::string name;
    std::string request;  // whole
    int status;
    std::string body;  // part of it
  };
  const auto get = [&](const std::string& path, const std::string& headers) {
    return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + close + headers + "\r\n";
  };
  const auto post = [&](const std::string& path, const std::string& headers, const std::string& body) {
    return "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + close + headers +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  };
  const std::string count = "/api/count?query=river";
  const std::string answer = "\"passages\":40,";
  for (const Row& row : std::vector<Row>{
           {"the page needs no token", get("/", ""), 200, "<title>nutgraf</title>"},
           {"nor its script", get("/page.js", ""), 200, "import"},
           {"a request with the token", get(count, bearer), 200, answer},
           {"with the cookie", get(count, cookie), 200, answer},
           {"a value with an equals sign", get("/api/count?query==river", bearer), 200, "\"query\":\"=river\""},
           {"one that a filter has", get(count + "&where=lang=en", bearer), 200, "\"passages\":"},
           {"as JSON", post("/api/count", bearer + json, "{\"query\": \"river\"}"), 200, answer},
           {"without a token", get(count, ""), 401, "no token"},
           {"with a wrong one", get(count, "Authorization: Bearer x\r\n"), 401, "not that of this server"},
           {"with the token in the address", get(count + "&token=" + server.token(), ""), 401, "no token"},
           {"a session without the token", post("/session", cookie, ""), 401, "no token"},
           {"another host", "GET / HTTP/1.1\r\nHost: evil.example\r\n" + close + "\r\n", 403, "host"},
           {"another host, with the token",
            "GET " + count + " HTTP/1.1\r\nHost: evil.example:" + std::to_string(server.port()) + "\r\n" + close +
                bearer + "\r\n",
            403, "host"},
           {"no host", "GET / HTTP/1.1\r\n" + close + "\r\n", 403, "host"},
           {"two hosts", get(count, bearer + "Host: evil.example\r\n"), 403, "host"},
           {"another site", get(count, cookie + "Origin: https://evil.example\r\n"), 403, "page"},
           {"another port", get(count, cookie + "Origin: http://127.0.0.1:1\r\n"), 403, "page"},
           {"a picture of another site", get(count, cookie + "Sec-Fetch-Site: cross-site\r\n"), 403, "page"},
           {"the page itself", get(count, cookie + "Origin: http://" + host + "\r\nSec-Fetch-Site: same-origin\r\n"),
            200, answer},
           {"a form of another kind",
            post("/api/count", bearer + "Content-Type: text/plain\r\n", "{\"query\": \"river\"}"), 415,
            "application/json"},
           {"a form", post("/api/count", bearer + "Content-Type: application/x-www-form-urlencoded\r\n", "query=river"),
            415, "application/json"},
           {"a view that there is not", get("/api/eval?qrels=/etc/passwd", bearer), 400, "there is no view `eval`"},
           {"a command that is no view", get("/api/batch?queries=/etc/passwd", bearer), 400, "there is no view"},
           {"a file to write", get(count + "&output=/tmp/nutgraf-out", bearer), 400, "takes no parameter `output`"},
           {"a pager", get(count + "&pager=always", bearer), 400, "takes no parameter `pager`"},
           {"another index", get(count + "&index=../news.idx", bearer), 400, "no index"},
           {"two indexes", get(count + "&index=news&index=old", bearer), 400, "given twice"},
           {"a format that would be a page", get("/api/search?query=river&format=html", bearer), 400, "format takes"},
           {"an article as a table", get("/api/show?article=d1&format=csv", bearer), 400,
            "format takes only json for show"},
           {"an article as a page", get("/api/show?article=d1&format=html", bearer), 400,
            "format takes only json for show"},
           {"a query explained as a table", get("/api/explain?query=river&format=tsv", bearer), 400, "only json"},
           {"a wrong query", get("/api/search?query=%28river", bearer), 400, "\"caret\":\"(river\\n^\""},
           {"nothing found", get("/api/search?query=zebra", bearer), 200, "\"code\":1"},
           {"an article that there is not", get("/api/show?article=nobody", bearer), 404, "no article"},
           {"too many rows", get("/api/kwic?query=river&limit=10001", bearer), 400, "limit takes at most 10000"},
           {"too many clauses", get("/api/count?query=river&max-clauses=4097", bearer), 400,
            "max-clauses takes at most 4096"},
           {"too many words of a pattern", get("/api/count?query=riv*&max-expansions=100001", bearer), 400,
            "max-expansions takes at most 100000"},
           {"as many as may be", get("/api/count?query=riv*&max-clauses=4096&max-expansions=100000", bearer), 200,
            "passages"},
           {"a path that leads up", get("/../../etc/passwd", bearer), 404, "nothing at this address"},
           {"a file beside the page", get("/page_files.cpp", bearer), 404, "nothing at this address"},
           {"the sessions by GET", get("/session", bearer), 404, "nothing at this address"},
           {"another method", "DELETE " + count + " HTTP/1.1\r\nHost: " + host + "\r\n" + close + bearer + "\r\n", 405,
            "must be GET or POST"},
           {"a method whose body never comes", "PUT " + count + " HTTP/1.1\r\nHost: " + host + "\r\n" + bearer + "\r\n",
            405, "must be GET or POST"},
           {"a POST without a body", "POST " + count + " HTTP/1.1\r\nHost: " + host + "\r\n" + bearer + json + "\r\n",
            411, "needs a body"},
           {"a body that is too long", post("/api/count", bearer + json, std::string(70000, ' ')), 413,
            "at most 64 KiB"},
           {"an address that is too long", get("/api/count?query=" + std::string(9000, 'x'), bearer), 414,
            "POST takes longer requests"},
           {"no HTTP", "river\r\n\r\n", 400, "no HTTP request"},
       }) {
    SUBCASE(row.name.c_str()) {
      const Response response = server.raw(row.request);
      CHECK_MESSAGE(response.status == row.status, response.body);
      CHECK_MESSAGE(response.body.find(row.body) != std::string::npos, response.body);
      CHECK(response.head.find("Content-Security-Policy: default-src 'none'; script-src 'self';") != std::string::npos);
      CHECK(response.head.find("unsafe") == std::string::npos);
    }
  }
}

TEST_CASE("serve: rows over HTTP are those of the command line") {
  const Folder at;
  const Server server(at.path(), "news.idx");
  for (const char* view : {"search", "count", "kwic", "trend", "facets", "collocates", "compare"}) {
    SUBCASE(view) {
      const std::string command = "nutgraf-query " + std::string(view) + " news.idx river -f ";
      const Response get = server.get("/api/" + std::string(view) + "?query=river");
      const Response post = server.post("/api/" + std::string(view), "{\"query\": \"river\"}");
      CHECK(get.body == post.body);
      CHECK(Json::parse(get.body).at("answer") == Json::parse(at.sh(command + "json").out));
      for (const char* format : {"csv", "tsv", "jsonl"}) {
        const Response file = server.get("/api/" + std::string(view) + "?query=river&format=" + format);
        CHECK(file.body == at.sh(command + format).out);
        CHECK(file.head.find("Content-Disposition: attachment; filename=\"" + std::string(view) + "." + format +
                             "\"") != std::string::npos);
      }
    }
  }
  CHECK(server.get("/api/kwic?query=river&format=csv&excel=true&chars=0").body.starts_with("\xEF\xBB\xBFid,"));
}

TEST_CASE("serve: a file that would be cut is refused") {
  const Folder at;
  const Server server(at.path(), "news.idx --max-rows 4");
  for (const char* view : {"kwic?query=river", "search?query=river&limit=all", "terms?", "collocates?query=river"}) {
    for (const char* format : {"csv", "tsv", "jsonl"}) {
      CAPTURE(std::string(view));
      const Response file = server.get("/api/" + std::string(view) + "&format=" + format);
      CHECK(file.status == 400);
      CHECK_MESSAGE(file.body.find("the first 4 of ") != std::string::npos, file.body);
    }
  }
  CHECK(server.get("/api/kwic?query=river&format=csv&limit=4").status == 200);
  CHECK(server.get("/api/trend?query=river&format=csv").status == 200);
}

TEST_CASE("serve: SIGINT and SIGTERM let what has begun end, then the program exits with 130") {
  const Folder at;
  for (const int signal : {SIGINT, SIGTERM}) {
    Server server(at.path(), "news.idx");
    const Socket idle(server.port());  // says nothing
    const Socket kept(server.port());
    kept.send("GET / HTTP/1.1\r\nHost: " + server.host() + "\r\n\r\n");
    CHECK(server.get("/api/count?query=river").status == 200);
    CHECK(server.stop(signal) == 130);
    CHECK(kept.receive().starts_with("HTTP/1.1 200"));
  }
}

TEST_CASE("serve: a port that is taken is exit 5") {
  const Folder at;
  const Server server(at.path(), "news.idx");
  const Outcome second = at.sh("nutgraf-query serve news.idx --port " + std::to_string(server.port()));
  CHECK(second.exit == 5);
  CHECK(second.err.find("it is taken") != std::string::npos);
}

TEST_CASE("serve: a request past its time is given up") {
  const Folder at;
  write_long_index(at);
  const Server server(at.path(), "long.idx --max-time 0.05");
  const Response response = server.get(kSlow);
  CHECK(response.status == 503);
  CHECK(response.body.find("takes longer than 0.05 s") != std::string::npos);
  CHECK(server.get("/api/terms?limit=1").status == 200);
}

TEST_CASE("serve: a request that nobody waits for is given up") {
  const Folder at;
  write_long_index(at);
  const Server server(at.path(), "long.idx -j 1 --max-time 0");
  CHECK(server.get(kSlow).status == 200);
  const std::uint64_t whole = server.cpu_time();
  {
    const Socket gone(server.port());
    gone.send(std::string("GET ") + kSlow + " HTTP/1.1\r\nHost: " + server.host() + "\r\n" + server.bearer() + "\r\n");
  }
  CHECK(server.get("/api/terms?limit=1").status == 200);  // has the only place once the other has left it
  CHECK(server.cpu_time() - whole < whole / 2);
}

TEST_CASE("serve: while rebuilds swap, no answer fails or mixes generations") {
  const Folder at;
  const auto write = [&](int generation) {
    std::string lines;
    for (int i = 0; i < 40; ++i) {
      const std::string number = std::to_string(generation);
      lines += "{\"id\": \"d" + std::to_string(i) + "\", \"source\": \"g" + number + "\", \"text\": \"The river rose " +
               number + ".\"}\n";
    }
    std::ofstream(at.path() / "docs.jsonl") << lines;
    return at.sh("nutgraf-index build -q news.idx docs.jsonl").exit;
  };
  REQUIRE(write(0) == 0);
  const Server server(at.path(), "news.idx");
  std::atomic<bool> done = false;
  std::atomic<int> answers = 0;
  std::vector<std::string> wrong;
  std::thread client([&] {
    while (!done) {
      const Response response = server.get("/api/search?query=river&limit=40&all-copies=true");
      ++answers;
      const Json reply = Json::parse(response.body, nullptr, false);
      if (response.status != 200 || !reply.is_object()) {
        wrong.push_back(response.head + response.body);
        continue;
      }
      const Json& hits = reply.at("answer").at("hits");
      for (const Json& hit : hits) {
        const std::string number = hit.at("source").get<std::string>().substr(1);
        if (hits.size() != 40 || hit.at("source") != hits.at(0).at("source") ||
            hit.at("text") != "The river rose " + number + ".") {
          wrong.push_back(response.body);
          break;
        }
      }
    }
  });
  for (int generation = 1; generation <= 20; ++generation) {
    CHECK(write(generation) == 0);
  }
  done = true;
  client.join();
  CHECK(answers > 0);
  CHECK_MESSAGE(wrong.empty(), (wrong.empty() ? std::string() : wrong.front()));
  CHECK(server.get("/api/facets?query=river").body.find("\"value\":\"g20\"") != std::string::npos);
}

}  // namespace nutgraf::test
