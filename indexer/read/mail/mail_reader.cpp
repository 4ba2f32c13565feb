// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/mail/mail_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <string>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/mail/mbox_cutter.h"
#include "indexer/read/mail/message.h"
#include "indexer/read/mime/part.h"
#include "indexer/read/record_cutter.h"

namespace nutgraf::read::mail {
namespace {

bool has_one(const mime::Part& message, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return !message.header(name).empty(); });
}

/// Apple's mail program puts the length of the message on a line above it, and properties behind it.
std::string_view without_length(std::string_view bytes) {
  const std::size_t end = bytes.substr(0, 24).find('\n');
  const std::string_view line = ascii::trimmed(bytes.substr(0, end == std::string_view::npos ? 0 : end));
  if (line.empty() || !std::ranges::all_of(line, ascii::is_digit)) {
    return bytes;
  }
  return bytes.substr(end + 1, std::strtoull(std::string(line).c_str(), nullptr, 10));
}

/// Programs put "From jane@example.org" above a message that they store, with or without the day.
std::string_view without_separator(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  const bool sender = line.starts_with("From ") && line.find(':') == std::string_view::npos;
  return sender || is_separator(line) ? bytes.substr(std::min(line.size() + 1, bytes.size())) : bytes;
}

}  // namespace

Evidence sniff_eml(std::string_view front) {
  if (sniff_mbox(front) != Evidence::None) {
    return Evidence::None;
  }
  const mime::Part message = mime::part_at(without_separator(without_length(front)));
  const bool sent = has_one(message, {"received", "delivered-to", "return-path", "message-id", "to"});
  const bool said = has_one(message, {"from"}) && has_one(message, {"subject", "date"});
  // A page that a browser saved has a sender and a subject too, but went nowhere.
  if (said && sent && !has_one(message, {"snapshot-content-location"})) {
    return Evidence::Strong;
  }
  const bool posted = has_one(message, {"newsgroups", "organization", "lines", "mime-version"});
  return said && posted ? Evidence::Weak : Evidence::None;
}

void read_eml(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  const std::string message = read_all(bytes, kRecordLimit);
  const std::size_t begin = std::min(message.find_first_not_of(" \r\n\t"), message.size());
  std::string_view content = without_length(std::string_view(message).substr(begin));
  content.remove_prefix(content.starts_with(utf8::kByteOrderMarkBytes) ? utf8::kByteOrderMarkBytes.size() : 0);
  read_message(without_separator(content), document, {}, emitter);
}

Evidence sniff_mbox(std::string_view front) {
  return is_separator(front.substr(0, front.find('\n'))) ? Evidence::Strong : Evidence::None;
}

void read_mbox(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  MboxCutter cutter(bytes, kRecordLimit);
  for (auto message = cutter.next(); message; message = cutter.next()) {
    if (emitter.stopped()) {
      return;
    }
    if (!message->is_whole) {
      emitter.reject(document, message->line, message->offset,
                     fmt::format("the message is longer than {} MB", kRecordLimit >> 20U));
    } else if (!ascii::trimmed(message->bytes).empty()) {
      read_message(message->bytes, document, {message->number, message->line, message->offset}, emitter);
    }
  }
}

}  // namespace nutgraf::read::mail
