// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command_line_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "core/base/failure.h"
#include "core/base/nearest_name.h"

namespace nutgraf {
namespace {

/// What may stand right behind the letter of an option: digits, or a word of a choice.
bool may_be_attached(const KnownOption& option, std::string_view value) {
  const bool digits = value.find_first_not_of("0123456789") == std::string_view::npos;
  const std::string choices = "|" + option.value + "|";
  return option.value == "N" ? digits
                             : option.value.find('|') != std::string::npos &&
                                   choices.find(fmt::format("|{}|", value)) != std::string::npos;
}

class Scanner {
 public:
  Scanner(std::span<const std::string> words, std::span<const KnownOption> known, const std::string& command)
      : words_(words), known_(known), command_(command) {}

  Scanned run() {
    while (next_ < words_.size()) {
      const std::string& word = words_[next_++];
      if (word == "--") {
        out_.arguments.insert(out_.arguments.end(), words_.begin() + static_cast<std::ptrdiff_t>(next_), words_.end());
        break;
      }
      if (word.starts_with("--")) {
        take_long(word);
      } else if (word.size() > 1 && word.front() == '-') {
        take_short(word);
      } else {
        out_.arguments.push_back(word);
      }
    }
    return std::move(out_);
  }

 private:
  const KnownOption* find(std::string_view name) const {
    const auto has_name = [&](const KnownOption& option) {
      return std::ranges::find(option.names, name) != option.names.end();
    };
    const auto found = std::ranges::find_if(known_, has_name);
    return found == known_.end() ? nullptr : &*found;
  }

  void take_long(const std::string& word) {
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const KnownOption* option = find(name);
    if (option == nullptr) {
      throw unknown(name);
    }
    if (equals == std::string::npos) {
      take(*option, name);
    } else if (option->value.empty()) {
      throw Failure(ExitCode::Usage, fmt::format("{} takes no value", name), fmt::format("type {}", name));
    } else {
      out_.options.emplace_back(name, word.substr(equals + 1));
    }
  }

  void take_short(const std::string& word) {
    const std::string name = word.substr(0, 2);
    const KnownOption* option = find(name);
    if (word.size() == 2 && option != nullptr) {
      take(*option, name);
      return;
    }
    if (option == nullptr) {
      throw unknown(word);
    }
    if (may_be_attached(*option, word.substr(2))) {
      out_.options.emplace_back(name, word.substr(2));
      return;
    }
    const std::string apart = fmt::format("{} {}{}", name, option->value.empty() ? "-" : "", word.substr(2));
    throw Failure(ExitCode::Usage,
                  fmt::format("{} is not an option: short options are not joined, nor is such a value attached", word),
                  fmt::format("type {}, or ./{} for a file of that name", apart, word));
  }

  void take(const KnownOption& option, const std::string& name) {
    if (option.value.empty()) {
      out_.options.emplace_back(name, "");
      return;
    }
    const bool at_end = next_ == words_.size() || words_[next_] == "--" || find(words_[next_]) != nullptr;
    if (at_end) {
      throw Failure(ExitCode::Usage, fmt::format("{} needs a value", name),
                    fmt::format("type {} {}", name, option.value));
    }
    out_.options.emplace_back(name, words_[next_++]);
  }

  Failure unknown(const std::string& name) const {
    std::vector<std::string> names;
    for (const KnownOption& option : known_) {
      names.insert(names.end(), option.names.begin(), option.names.end());
    }
    return {ExitCode::Usage, fmt::format("unknown option {}", name),
            fmt::format("{}see {} --help", did_you_mean("", nearest_name(name, names)), command_)};
  }

  std::span<const std::string> words_;
  std::span<const KnownOption> known_;
  const std::string& command_;
  std::size_t next_ = 0;
  Scanned out_;
};

}  // namespace

Scanned scan(std::span<const std::string> words, std::span<const KnownOption> known, const std::string& command) {
  return Scanner(words, known, command).run();
}

}  // namespace nutgraf
