// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "core/index/open.h"
#include "tests/temp_dir.h"

extern char** environ;  // NOLINT(readability-redundant-declaration,cppcoreguidelines-avoid-non-const-global-variables)

namespace nutgraf::test {

/// A database served by a xapian-tcpsrv of its own on the loopback, until the end of its owner.
class ServedDatabase {
 public:
  explicit ServedDatabase(const std::filesystem::path& database) {
    constexpr int kTries = 20;  // another process may take the port that was free
    for (int i = 0; i < kTries; ++i) {
      port_ = free_port();
      start(database);
      if (answers()) {
        return;
      }
      stop();
    }
    throw std::runtime_error("xapian-tcpsrv does not answer");
  }
  ~ServedDatabase() { stop(); }
  ServedDatabase(const ServedDatabase&) = delete;
  ServedDatabase& operator=(const ServedDatabase&) = delete;
  ServedDatabase(ServedDatabase&&) = delete;
  ServedDatabase& operator=(ServedDatabase&&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }

 private:
  static sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
  }

  static std::uint16_t free_port() {
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0) {
      throw std::runtime_error("no port is free");
    }
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(listener);
    return ntohs(address.sin_port);
  }

  void start(const std::filesystem::path& database) {
    std::vector<std::string> words = {"xapian-tcpsrv",       "--quiet",        "--interface", "127.0.0.1", "--port",
                                      std::to_string(port_), database.string()};
    std::vector<char*> arguments;
    for (std::string& word : words) {
      arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    // The server ends with all of its process group.
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    const int error = ::posix_spawnp(&server_, "xapian-tcpsrv", nullptr, &attributes, arguments.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    if (error != 0) {
      throw std::runtime_error("xapian-tcpsrv (package xapian-tools) is not installed");
    }
  }

  [[nodiscard]] bool answers() const {
    constexpr int kTries = 200;
    constexpr std::chrono::milliseconds kWait{25};
    for (int i = 0; i < kTries && ::waitpid(server_, nullptr, WNOHANG) == 0; ++i) {
      try {
        Xapian::Remote::open("127.0.0.1", port_);
        return true;
      } catch (const Xapian::NetworkError&) {
        // not yet
      }
      std::this_thread::sleep_for(kWait);
    }
    return false;
  }

  void stop() const {
    ::kill(server_, SIGTERM);
    ::waitpid(server_, nullptr, 0);
  }

  pid_t server_ = 0;
  std::uint16_t port_ = 0;
};

/// A stub that names databases by the servers that serve them, and perhaps others by their paths.
class RemoteIndex {
 public:
  explicit RemoteIndex(const std::vector<std::filesystem::path>& databases,
                       const std::vector<std::filesystem::path>& local = {}) {
    std::ofstream stub(folder_.path() / "remote");
    for (const std::filesystem::path& database : databases) {
      servers_.push_back(std::make_unique<ServedDatabase>(database));
      stub << "remote 127.0.0.1:" << servers_.back()->port() << '\n';
    }
    for (const std::filesystem::path& database : local) {
      stub << "auto " << database.string() << '\n';
    }
  }

  [[nodiscard]] OpenIndex open() const { return open_index(folder_.path() / "remote"); }

 private:
  TempDir folder_;
  std::vector<std::unique_ptr<ServedDatabase>> servers_;
};

}  // namespace nutgraf::test
