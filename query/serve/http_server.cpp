// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/serve/http_server.h"

#include <fmt/format.h>
#include <httplib.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>
#include <thread>
#include <utility>

#include "query/serve/access.h"
#include "query/serve/page_files.h"
#include "query/serve/parameters.h"
#include "query/serve/stop_signal.h"

namespace nutgraf::serve {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t kConnections = 16;  // served at the same time; more wait
constexpr std::size_t kMostBodyBytes = std::size_t{64} << 10U;
constexpr std::size_t kMostRequestBytes = kMostBodyBytes + (std::size_t{64} << 10U);  // with its headers
constexpr milliseconds kRequestArrivesWithin{10'000};
constexpr milliseconds kAnswerLeavesWithin{30'000};
constexpr milliseconds kIdle{5'000};  // between two requests of a connection

/// Is something to be had of the socket before the time?
bool wait_for(int socket, short what, Clock::time_point until) {
  for (;;) {
    ::pollfd question{socket, what, 0};
    const auto left = std::chrono::duration_cast<milliseconds>(until - Clock::now()).count();
    const int found = left <= 0 ? 0 : ::poll(&question, 1, static_cast<int>(left));
    if (found >= 0 || errno != EINTR) {
      return found > 0;
    }
  }
}

/// One connection as the library reads and writes it: with limits for the whole of a request, so that one that comes
/// byte by byte ends too, and with poll(), which knows descriptors of any number.
class Connection final : public httplib::Stream {
 public:
  explicit Connection(int socket) : socket_(socket) {
    const int on = 1;
    (void)::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);  // a reply is several small writes
  }

  /// False once the client is gone, is idle, or the server stops.
  [[nodiscard]] bool await_request(const StopSignal& stop) {
    if (begin_ == end_) {
      std::array<::pollfd, 2> waiting = {{{socket_, POLLIN, 0}, {stop.descriptor(), POLLIN, 0}}};
      if (::poll(waiting.data(), waiting.size(), static_cast<int>(kIdle.count())) <= 0 || waiting[1].revents != 0) {
        return false;
      }
    }
    left_ = kMostRequestBytes;
    read_until_ = Clock::now() + kRequestArrivesWithin;
    return true;
  }

  /// Has the client not hung up?
  [[nodiscard]] bool is_open() const {
    char byte = 0;
    const ssize_t got = ::recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return got > 0 || (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR));
  }

  [[nodiscard]] bool is_readable() const override { return begin_ < end_ || wait_for(socket_, POLLIN, read_until_); }
  [[nodiscard]] bool is_writable() const override { return is_open(); }

  ssize_t read(char* to, std::size_t size) override {
    if (begin_ == end_ && !fill()) {
      return -1;
    }
    const std::size_t count = std::min({size, end_ - begin_, left_});
    std::memcpy(to, buffer_.data() + begin_, count);
    begin_ += count;
    left_ -= count;
    return count == 0 ? -1 : static_cast<ssize_t>(count);
  }

  ssize_t write(const char* from, std::size_t size) override {
    if (!wait_for(socket_, POLLOUT, Clock::now() + kAnswerLeavesWithin)) {
      return -1;
    }
    return ::send(socket_, from, size, MSG_NOSIGNAL);
  }

  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    ip = "127.0.0.1";
    port = 0;
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override { get_remote_ip_and_port(ip, port); }
  [[nodiscard]] socket_t socket() const override { return socket_; }

 private:
  bool fill() {
    if (!is_readable()) {
      return false;
    }
    const ssize_t got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
    begin_ = 0;
    end_ = got > 0 ? static_cast<std::size_t>(got) : 0;
    return got > 0;
  }

  int socket_;
  std::array<char, 16384> buffer_{};
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t left_ = kMostRequestBytes;  // that the request may still have
  Clock::time_point read_until_ = Clock::now() + kRequestArrivesWithin;
};

/// The library's server on connections of ours.
class Server final : public httplib::Server {
 public:
  explicit Server(const StopSignal& stop) : stop_(stop) {}

 private:
  bool process_and_close_socket(socket_t socket) override {
    Connection connection(socket);
    bool is_closing = false;
    while (!is_closing && connection.await_request(stop_) &&
           process_request(connection, stop_.has_come(), is_closing, [&](httplib::Request& request) {
             request.progress = [&connection](std::uint64_t, std::uint64_t) { return connection.is_open(); };
             request.headers.erase("Accept-Encoding");  // to compress for the same machine is a waste
             request.ranges.clear();
           })) {
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return !is_closing;
  }

  const StopSignal& stop_;
};

/// Whether the client still waits for the answer.
TimeLimit::IsWanted is_wanted(const httplib::Request& request) {
  return [&request] { return !request.progress || request.progress(0, 0); };
}

int status_of(ExitCode code) {
  switch (code) {
    case ExitCode::Done:
      return 200;
    case ExitCode::NothingFound:
      return 404;
    case ExitCode::Usage:
      return 400;
    case ExitCode::Missing:
    case ExitCode::Busy:
    case ExitCode::Failed:
    case ExitCode::Interrupted:
      break;
  }
  return 503;
}

void refuse(httplib::Response& response, int status, const std::string& message) {
  response.status = status;
  response.set_content(Answerer::failure({}, {ExitCode::Usage, message}).text, "application/json");
}

struct DownloadRow {
  std::string_view format;
  format::FormatName name;
  const char* type;
};
constexpr std::array kDownloads = {
    DownloadRow{"jsonl", format::FormatName::Jsonl, "application/x-ndjson"},
    DownloadRow{"csv", format::FormatName::Csv, "text/csv; charset=utf-8"},
    DownloadRow{"tsv", format::FormatName::Tsv, "text/tab-separated-values; charset=utf-8"},
};

/// What follows "?" in the target of a request. httplib reads only what follows the last "=" of a value (query==fee).
Parameters parameters_of(std::string_view target) {
  Parameters pairs;
  const std::size_t mark = target.find('?');
  std::string_view rest = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const auto decoded = [](std::string_view text) { return httplib::detail::decode_url(std::string(text), true); };
    if (!pair.empty()) {
      pairs.emplace_back(decoded(pair.substr(0, equals)), decoded(pair.substr(std::min(equals + 1, pair.size()))));
    }
  }
  return pairs;
}

/// Requests at /api.
class Api {
 public:
  explicit Api(const Answerer& answerer) : answerer_(answerer) {}

  void get(const httplib::Request& http, httplib::Response& response) const {
    Request request;
    request.view = http.matches[1];
    std::string format;
    Parameters pairs = parameters_of(http.target);
    std::erase_if(pairs, [&](const auto& pair) { return pair.first == "format" && !(format = pair.second).empty(); });
    try {
      take_parameters(pairs, request);
      const DownloadRow* const row = download_named(format, request.view);
      row == nullptr ? send(answerer_.answer(request, is_wanted(http)), response)
                     : send_file(request, *row, is_wanted(http), response);
    } catch (const Failure& failure) {
      send(Answerer::failure(request, failure), response);
    }
  }

  void post(const httplib::Request& http, httplib::Response& response) const {
    if (!http.get_header_value("Content-Type").starts_with("application/json")) {
      refuse(response, 415, "a request is application/json");
      return;
    }
    Request request;
    request.view = http.matches[1];
    try {
      read_request(http.body, request);
      send(answerer_.answer(request, is_wanted(http)), response);
    } catch (const Failure& failure) {
      send(Answerer::failure(request, failure), response);
    }
  }

 private:
  /// None for an answer in JSON. Throws Failure(Usage).
  static const DownloadRow* download_named(const std::string& format, const std::string& view) {
    if (format.empty() || format == "json") {
      return nullptr;
    }
    const auto row = std::ranges::find(views(), view, &ViewRow::view);
    if (row != views().end() && row->shape == Shape::Object) {
      throw Failure(ExitCode::Usage, fmt::format("format takes only json for {}, not `{}`", view, format));
    }
    const auto* const found = std::ranges::find(kDownloads, format, &DownloadRow::format);
    if (found == kDownloads.end()) {
      throw Failure(ExitCode::Usage, fmt::format("format takes json, jsonl, csv or tsv, not `{}`", format));
    }
    return found;
  }

  static void send(const Reply& reply, httplib::Response& response) {
    response.status = reply.kind == ReplyKind::Answer ? 200 : status_of(reply.code);
    response.set_content(reply.text, "application/json");
  }

  void send_file(const Request& request, const DownloadRow& row, TimeLimit::IsWanted is_wanted,
                 httplib::Response& response) const {
    const Reply reply = answerer_.download(request, row.name, std::move(is_wanted));
    if (reply.kind == ReplyKind::Error) {
      send(reply, response);
      return;
    }
    response.status = 200;
    response.set_header("Content-Disposition", fmt::format("attachment; filename=\"{}.{}\"", request.view, row.format));
    response.set_content(reply.text, row.type);
  }

  const Answerer& answerer_;
};

Origins origins_of(const httplib::Request& request) {
  return {request.get_header_value("Host"), request.get_header_value("Origin"),
          request.get_header_value("Sec-Fetch-Site"), request.get_header_value("Authorization"),
          request.get_header_value("Cookie")};
}

Needs needs_of(const std::string& path) {
  if (path == "/session") {
    return Needs::Token;
  }
  const auto files = page_files();
  return std::ranges::find(files, path, &PageFile::path) == files.end() ? Needs::Session : Needs::Nothing;
}

/// True where the request may go on.
bool admit(const Access& access, const httplib::Request& request, httplib::Response& response) {
  const bool one_host = request.get_header_value_count("Host") == 1;
  switch (one_host ? access.judge(origins_of(request), needs_of(request.path)) : Verdict::WrongHost) {
    case Verdict::Allowed:
      return true;
    case Verdict::WrongHost:
      refuse(response, 403, "the host of a request is 127.0.0.1 or localhost, with the port of this server");
      break;
    case Verdict::WrongOrigin:
      refuse(response, 403, "only the page of this server may ask it");
      break;
    case Verdict::NoToken:
      refuse(response, 401,
             "no token, or not that of this server: open the address that `nutgraf-query serve` has printed");
      break;
  }
  return false;
}

/// Before a body is read, which may never come.
bool is_readable(const httplib::Request& request, httplib::Response& response) {
  const bool posted = request.method == "POST";
  if (!posted && request.method != "GET" && request.method != "HEAD") {
    response.set_header("Allow", "GET, HEAD, POST");
    response.set_header("Connection", "close");
    refuse(response, 405, "the method must be GET or POST");
    return false;
  }
  if (posted && !request.has_header("Content-Length") && !request.has_header("Transfer-Encoding")) {
    response.set_header("Connection", "close");
    refuse(response, 411, "a POST needs a body and its Content-Length");
    return false;
  }
  return true;
}

std::string what_failed(int status) {
  switch (status) {
    case 404:
      return "there is nothing at this address; requests go to /api/VIEW";
    case 413:
      return fmt::format("the request is too long: at most {} KiB", kMostBodyBytes >> 10U);
    case 414:
      return "the address is too long; POST takes longer requests as JSON";
    case 400:
      return "this is no HTTP request";
    default:
      return fmt::format("HTTP {}", status);
  }
}

/// The corpus is written by strangers: even if a text of it became markup, it could load, run and send nothing.
httplib::Headers usual_headers() {
  return {{"Content-Security-Policy",
           "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
           "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
          {"X-Content-Type-Options", "nosniff"},
          {"X-Frame-Options", "DENY"},
          {"Referrer-Policy", "no-referrer"},
          {"Cross-Origin-Opener-Policy", "same-origin"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Cache-Control", "no-store"}};
}

void route(httplib::Server& server, const Api& api, const Access& access) {
  server.set_pre_routing_handler([&access](const httplib::Request& request, httplib::Response& response) {
    return admit(access, request, response) && is_readable(request, response)
               ? httplib::Server::HandlerResponse::Unhandled
               : httplib::Server::HandlerResponse::Handled;
  });
  for (const PageFile& file : page_files()) {
    server.Get(std::string(file.path), [&file](const httplib::Request&, httplib::Response& response) {
      response.set_content(file.bytes.data(), file.bytes.size(), std::string(file.type));
    });
  }
  server.Post("/session", [&access](const httplib::Request&, httplib::Response& response) {
    response.set_header("Set-Cookie", access.cookie());
    response.status = 204;
  });
  constexpr const char* kViews = "/api/([a-z]{1,20})";
  server.Get(kViews,
             [&api](const httplib::Request& request, httplib::Response& response) { api.get(request, response); });
  server.Post(kViews,
              [&api](const httplib::Request& request, httplib::Response& response) { api.post(request, response); });
  server.set_error_handler([](const httplib::Request&, httplib::Response& response) {
    if (response.body.empty()) {
      refuse(response, response.status, what_failed(response.status));
    }
  });
}

/// The port that is listened on.
std::uint16_t listen(httplib::Server& server, std::uint16_t port) {
  constexpr const char* kHost = "127.0.0.1";
  const int bound = port == 0 ? server.bind_to_any_port(kHost) : server.bind_to_port(kHost, port) ? port : -1;
  if (bound <= 0) {
    throw Failure(ExitCode::Failed,
                  fmt::format("cannot listen on port {} of 127.0.0.1: it is taken or not allowed", port),
                  "choose another with --port, or --port 0 for any that is free");
  }
  return static_cast<std::uint16_t>(bound);
}

/// Ends `server` once the signal comes.
class Stopper {
 public:
  Stopper(httplib::Server& server, const StopSignal& stop)
      : thread_([&server, &stop, this] {
          ::pollfd signal{stop.descriptor(), POLLIN, 0};
          while (!is_over_) {
            constexpr int kBetweenLooks = 100;  // milliseconds
            if (::poll(&signal, 1, kBetweenLooks) > 0) {
              server.stop();  // does nothing before the server runs, so again
              std::this_thread::sleep_for(milliseconds(kBetweenLooks));
            }
          }
        }) {}
  ~Stopper() {
    is_over_ = true;
    thread_.join();
  }
  Stopper(const Stopper&) = delete;
  Stopper& operator=(const Stopper&) = delete;
  Stopper(Stopper&&) = delete;
  Stopper& operator=(Stopper&&) = delete;

 private:
  std::atomic<bool> is_over_ = false;
  std::thread thread_;  // last: it uses what is above
};

}  // namespace

ExitCode serve_http(const Answerer& answerer, const HttpOptions& options,
                    const std::function<void(const std::string& url)>& announce) {
  const StopSignal stop;
  Server server(stop);
  server.new_task_queue = [] { return new httplib::ThreadPool(kConnections); };
  server.set_payload_max_length(kMostBodyBytes);
  server.set_default_headers(usual_headers());
  server.set_socket_options([](socket_t socket) {
    const int on = 1;  // without SO_REUSEPORT, by which two servers would share a port
    (void)::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  });
  const std::uint16_t port = listen(server, options.port);
  const Access access(port, options.token);
  const Api api(answerer);
  route(server, api, access);
  announce(fmt::format("http://127.0.0.1:{}/#token={}", port, access.token()));
  {
    const Stopper stopper(server, stop);
    server.listen_after_bind();
  }
  if (!stop.has_come()) {
    throw Failure(ExitCode::Failed, "the server cannot accept connections any longer");
  }
  return ExitCode::Interrupted;
}

}  // namespace nutgraf::serve
