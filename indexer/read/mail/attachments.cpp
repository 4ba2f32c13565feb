// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/mail/attachments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "core/base/ascii.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/document_formats.h"
#include "indexer/read/file_name.h"
#include "indexer/read/html/page_reader.h"
#include "indexer/read/mail/message.h"
#include "indexer/read/mime/header_text.h"
#include "indexer/read/text/text_reader.h"

namespace nutgraf::read::mail {
namespace {

constexpr unsigned kDeepestMessage = 8;  // messages attached to messages

using Read = void (*)(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

/// A kind of document by its media type and by the extension of its name.
struct Kind {
  std::string_view type;
  std::string_view extension;
  Read read;
};

constexpr auto kKinds = std::to_array<Kind>({
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", read_docx},
    {"application/vnd.oasis.opendocument.text", "odt", read_odt},
    {"application/epub+zip", "epub", read_epub},
    {"application/pdf", "pdf", read_pdf},
    {"application/x-pdf", "pdf", read_pdf},
    {"application/rtf", "rtf", read_rtf},
    {"text/rtf", "rtf", read_rtf},
    {"text/html", "html", html::read_html},
    {"application/xhtml+xml", "htm", html::read_html},
    {"text/plain", "txt", text::read_text},
});

std::string name_of(const mime::Part& part) {
  std::string name = mime::parameter(part.header("content-disposition"), "filename");
  name = name.empty() ? mime::parameter(part.header("content-type"), "name") : name;
  name = mime::header_text(name, {});
  const std::size_t slash = name.find_last_of("/\\");
  return slash == std::string::npos ? name : name.substr(slash + 1);
}

bool is_message(const mime::Part& part) {
  const std::string type = mime::media_type(part);
  return type == "message/rfc822" || type == "message/global" || extension_of(name_of(part)) == "eml";
}

/// Null where there is no reader. A name tells more than a type that says nothing.
const Kind* kind_of(const mime::Part& part) {
  const std::string type = mime::media_type(part);
  const std::string extension = extension_of(name_of(part));
  const auto by_type = std::ranges::find(kKinds, type, &Kind::type);
  const auto by_name = std::ranges::find(kKinds, extension, &Kind::extension);
  const bool vague = type == "application/octet-stream" || type == "application/x-download" || type == "text/plain";
  const auto found = vague && by_name != kKinds.end() ? by_name : by_type;
  return found == kKinds.end() || (vague && !extension.empty() && by_name == kKinds.end()) ? nullptr : &*found;
}

/// Signatures and cards, and pictures that the text shows.
bool belongs_to_text(const mime::Part& part) {
  const std::string type = mime::media_type(part);
  const std::string disposition = ascii::lowered(part.header("content-disposition"));
  const bool shown = type.starts_with("image/") && !disposition.starts_with("attachment");
  return shown || type == "application/pgp-signature" || type == "application/pkcs7-signature" ||
         type == "application/x-pkcs7-signature" || type == "message/delivery-status" || type == "text/x-amp-html";
}

bool is_binary(const mime::Part& part) {
  const std::string type = mime::media_type(part);
  return type.starts_with("image/") || type.starts_with("audio/") || type.starts_with("video/");
}

Document document_of(const mime::Part& part, const Document& message, const Place& place,
                     std::set<std::string>& names) {
  std::string name = name_of(part);
  name = name.empty() ? is_message(part) ? "message.eml" : "attachment" : name;
  for (unsigned i = 2; !names.insert(name).second; ++i) {
    name = fmt::format("{}-{}", i, name_of(part).empty() ? "attachment" : name_of(part));
  }
  Document inside = message;
  const std::string within = place.part == 0 ? name : fmt::format("{}/{}", place.part, name);
  inside.origin.member = message.origin.member.empty() ? within : fmt::format("{}!{}", message.origin.member, within);
  inside.id =
      place.part == 0 ? fmt::format("{}/{}", message.id, name) : fmt::format("{}:{}/{}", message.id, place.part, name);
  inside.name = name;
  inside.mention = Mention::Found;
  inside.given = fmt::format("{}/{}", message.given, name);
  return inside;
}

void read_one(const mime::Part& part, const Document& inside, const Place& place, ArticleEmitter& emitter) {
  const std::string bytes = mime::decoded_body(part);
  if (is_message(part)) {
    read_message(bytes, inside, {0, 0, 0, place.depth + 1}, emitter);
    return;
  }
  const Kind* const kind = kind_of(part);
  TextSource source(bytes);
  Peeked peeked(source);
  if (bytes.empty()) {
    emitter.skip(inside, Skip::Empty);
  } else {
    kind->read(peeked, inside, emitter);
  }
}

}  // namespace

bool is_readable(const mime::Part& attachment) {
  return is_message(attachment) || kind_of(attachment) != nullptr;
}

void read_attachments(const std::vector<mime::Part>& attachments, const Document& document, const Place& place,
                      ArticleEmitter& emitter) {
  std::set<std::string> names;
  for (const mime::Part& part : attachments) {
    if (emitter.stopped()) {
      return;
    }
    if (belongs_to_text(part)) {
      continue;
    }
    const Document inside = document_of(part, document, place, names);
    if (!is_readable(part)) {
      emitter.skip(inside, is_binary(part) ? Skip::Binary : Skip::Unknown);
    } else if (place.depth >= kDeepestMessage) {
      emitter.reject(inside, 0, 0, fmt::format("messages are attached to messages more than {} deep", kDeepestMessage));
    } else {
      try {
        read_one(part, inside, place, emitter);
      } catch (const Unreadable& unreadable) {
        emitter.reject(inside, 0, 0, unreadable.what());
      }
    }
  }
}

}  // namespace nutgraf::read::mail
