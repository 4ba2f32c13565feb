// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/mail/message.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/dates/two_digit_year.h"
#include "indexer/read/found_article.h"
#include "indexer/read/mail/attachments.h"
#include "indexer/read/mail/body.h"
#include "indexer/read/mail/newsletter.h"
#include "indexer/read/mime/header_text.h"
#include "indexer/read/mime/part.h"
#include "indexer/read/people.h"
#include "indexer/read/press/unread_export.h"
#include "indexer/read/stand_in_date.h"

namespace nutgraf::read::mail {
namespace {

Audience audience_of(const mime::Part& message) {
  const std::string precedence = ascii::lowered(message.header("precedence"));
  const bool list = !message.header("list-unsubscribe").empty() || !message.header("list-id").empty() ||
                    precedence == "bulk" || precedence == "list";
  return list ? Audience::List : Audience::Persons;
}

std::string without_brackets(std::string_view id) {
  const std::size_t open = id.find('<');
  const std::size_t close = id.find('>', open == std::string_view::npos ? 0 : open);
  return std::string(open == std::string_view::npos || close == std::string_view::npos
                         ? ascii::trimmed(id)
                         : ascii::trimmed(id.substr(open + 1, close - open - 1)));
}

/// Names, else addresses.
std::vector<std::string> people_in(std::string_view header, std::string_view charset) {
  std::vector<std::string> names;
  for (mime::Mailbox& box : mime::mailboxes(header, charset)) {
    names.push_back(box.name.empty() ? std::move(box.address) : std::move(box.name));
  }
  return names;
}

void read_date(std::string_view header, FoundArticle& found) {
  const std::string written = dates::with_full_year(mime::header_text(header, {}));
  // A comment names the zone once more: "-0800 (PST)".
  set_date(found, written, dates::parse_date(ascii::trimmed(std::string_view(written).substr(0, written.find('(')))));
}

void read_headers(const mime::Part& message, const std::string& charset, FoundArticle& found) {
  ArticleRecord& record = found.article.record;
  const auto text = [&](std::string_view name) { return mime::header_text(message.header(name), charset); };
  record.id = mime::header_text(without_brackets(message.header("message-id")), charset);
  record.title = text("subject");
  record.authors = people_in(message.header("from"), charset);
  record.tags = split_tags(text("newsgroups"));
  record.url = without_brackets(text("archived-at"));
  record.language = language_code(text("content-language"));
  read_date(message.header("date"), found);
  add_metadata(record, "from", text("from"));
  add_metadata(record, "to", text("to"));
  add_metadata(record, "cc", text("cc"));
  add_metadata(record, "list", text("list-id"));
  add_metadata(record, "organization", text("organization"));
  add_metadata(record, "in_reply_to", mime::header_text(without_brackets(message.header("in-reply-to")), charset));
}

/// Whether Mozilla's programs show it no more: it stays in the file until that is compacted.
bool is_deleted(const mime::Part& message) {
  constexpr unsigned long kExpunged = 8;
  constexpr int kHex = 16;
  const std::string status(message.header("x-mozilla-status"));
  return (std::strtoul(status.c_str(), nullptr, kHex) & kExpunged) != 0;
}

/// What is attached to a dated message has its date if there is no other.
Document dated(const Document& document, const ArticleRecord& message) {
  Article beside = document.beside ? *document.beside : Article{};
  if (beside.record.date.empty()) {
    beside.record.date = message.date;
    beside.record.time = message.time;
    beside.record.date_source = message.date.empty() ? std::string() : std::string(kMessageDate);
  }
  Document dated = document;
  dated.beside = std::make_shared<const Article>(std::move(beside));
  return dated;
}

/// Whether all that a message says is in what it brings along.
bool is_envelope(const Body& body) {
  return body.text.empty() && std::ranges::any_of(body.attachments, is_readable);
}

/// An export of many articles that a press database sent is a reject; what is attached to it is read all the same.
void emit_text(FoundArticle&& found, const Document& document, const Place& place, ArticleEmitter& emitter) {
  try {
    press::refuse_unread_export(found.article.text);
  } catch (const Unreadable& unreadable) {
    emitter.reject(document, place.line, place.offset, unreadable.what());
    return;
  }
  emit_found(std::move(found), document, place.part, emitter);
}

}  // namespace

void read_message(std::string_view bytes, const Document& document, const Place& place, ArticleEmitter& emitter) {
  try {
    const mime::Part message = mime::part_at(bytes);
    if (is_deleted(message)) {
      emitter.skip(document, Skip::Hidden);
      return;
    }
    const Audience audience = audience_of(message);
    Body body = body_of(message, audience);
    FoundArticle found;
    found.line = place.line;
    found.article.record.origin.offset = place.offset;
    read_headers(message, body.charset, found);
    const bool envelope = is_envelope(body);
    if (audience == Audience::List) {
      std::vector<Omission> notices = cut_notices(body.text);
      found.article.omissions = emitter.wants_omissions() ? std::move(notices) : std::vector<Omission>();
    }
    found.article.text = std::move(body.text);
    const Document attached = dated(document, found.article.record);
    const bool nothing = found.article.text.empty() && found.article.record.title.empty();
    if (nothing && body.attachments.empty()) {
      emitter.skip(document, Skip::Empty);
    } else if (!nothing && !envelope) {
      emit_text(std::move(found), document, place, emitter);
    }
    read_attachments(body.attachments, attached, place, emitter);
  } catch (const SourceLost&) {
    throw;
  } catch (const Unreadable& unreadable) {
    emitter.reject(document, place.line, place.offset, unreadable.what());
  }
}

}  // namespace nutgraf::read::mail
