// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/mail/body.h"

#include <algorithm>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/html/charset.h"
#include "indexer/read/html/fragment.h"
#include "indexer/read/html/page.h"
#include "indexer/read/lines/clean_lines.h"
#include "indexer/read/lines/paragraphs.h"
#include "indexer/read/mail/flowed.h"
#include "indexer/read/mime/header_text.h"

namespace nutgraf::read::mail {
namespace {

constexpr unsigned kDeepestPart = 20;  // multiparts inside multiparts

bool is_attached(const mime::Part& part) {
  const std::string disposition = ascii::lowered(part.header("content-disposition"));
  const bool named = !mime::parameter(part.header("content-type"), "name").empty();
  return disposition.starts_with("attachment") || (named && !disposition.starts_with("inline"));
}

/// "multipart/encrypted", or S/MIME that is more than a signature.
bool is_encrypted(const mime::Part& part, const std::string& type) {
  const bool smime = type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime";
  const std::string kind = ascii::lowered(mime::parameter(part.header("content-type"), "smime-type"));
  return type == "multipart/encrypted" || (smime && kind != "signed-data" && kind != "certs-only");
}

class BodyReader {
 public:
  explicit BodyReader(Audience audience) : audience_(audience) {}

  Body read(const mime::Part& message) {
    body_.text = text_of(message, 0);
    return std::move(body_);
  }

 private:
  std::string text_of(const mime::Part& part, unsigned depth) {
    const std::string type = mime::media_type(part);
    if (is_encrypted(part, type)) {
      throw Unreadable("it is encrypted: decrypt it in a mail program first");
    }
    if (type.starts_with("multipart/") && depth < kDeepestPart) {
      return text_of_multipart(part, type, depth + 1);
    }
    const bool text = type == "text/plain" || type == "text/html" || type == "text/enriched" || type == "text";
    if (!text || (depth > 0 && is_attached(part))) {
      body_.attachments.push_back(part);
      return {};
    }
    return type == "text/html" ? html_text(part) : plain_text(part);
  }

  std::string text_of_multipart(const mime::Part& part, const std::string& type, unsigned depth) {
    const std::vector<mime::Part> parts = mime::parts_of(part);
    if (parts.empty()) {  // a lost boundary: what is there is the text
      return plain_text(part);
    }
    if (type == "multipart/alternative") {
      return best_of(parts, depth);
    }
    std::string text;
    const bool only_first = type == "multipart/signed" || type == "multipart/report";
    for (const mime::Part& inner : parts) {
      const std::string more = text_of(inner, depth);
      text += (text.empty() || more.empty() ? "" : "\n\n") + more;
      if (only_first) {
        break;
      }
    }
    return text;
  }

  /// The plain text, but where it only says that there is more: "View this message in a browser".
  std::string best_of(const std::vector<mime::Part>& parts, unsigned depth) {
    constexpr std::size_t kStub = 4;  // times shorter
    std::string plain;
    std::string rich;
    for (const mime::Part& part : parts) {
      const std::string type = mime::media_type(part);
      if (type == "text/calendar") {
        continue;
      }
      std::string text = text_of(part, depth);
      std::string& kept = type == "text/plain" ? plain : rich;
      kept = text.empty() ? kept : std::move(text);
    }
    return plain.size() * kStub < rich.size() ? rich : plain.empty() ? rich : plain;
  }

  std::string decoded(const mime::Part& part, std::string (*declared_inside)(std::string_view)) {
    std::string bytes = mime::decoded_body(part);
    std::string charset = mime::known_charset(mime::parameter(part.header("content-type"), "charset"));
    if (charset.empty() && declared_inside != nullptr) {
      charset = declared_inside(bytes);
    }
    body_.charset = body_.charset.empty() ? charset : body_.charset;
    std::string text = mime::text_in_charset(std::move(bytes), charset);
    lines::clean_lines(text);
    return text;
  }

  std::string plain_text(const mime::Part& part) {
    std::string text = decoded(part, nullptr);
    const std::string_view type = part.header("content-type");
    if (ascii::lowered(mime::parameter(type, "format")) == "flowed") {
      const bool joined = ascii::lowered(mime::parameter(type, "delsp")) == "yes";
      text = unflowed(text, joined ? LastBlank::OfTheBreak : LastBlank::OfTheText);
    }
    return html::holds_html(text.substr(0, kFrontOfHtml)) && looks_like_page(text) ? html::html_to_text(text)
                                                                                   : lines::lay_out_paragraphs(text);
  }

  /// HTML that is declared as plain text.
  static bool looks_like_page(const std::string& text) {
    const std::string front = ascii::lowered(ascii::trimmed(std::string_view(text).substr(0, kFrontOfHtml)));
    return front.starts_with("<html") || front.starts_with("<!doctype html");
  }

  std::string html_text(const mime::Part& part) {
    const std::string html = decoded(part, html::declared_charset);
    std::string all = html::html_to_text(html);
    if (audience_ == Audience::Persons) {
      return all;
    }
    // Furniture is cut where what is left is most of the text: the rest of a newsletter may be all links.
    html::Page page = html::extract(html, {});
    const bool most = page.kind == html::PageKind::Article && page.article.text.size() * 2 > all.size();
    return most ? std::move(page.article.text) : all;
  }

  static constexpr std::size_t kFrontOfHtml = 1024;
  Audience audience_;
  Body body_;
};

}  // namespace

Body body_of(const mime::Part& message, Audience audience) {
  return BodyReader(audience).read(message);
}

}  // namespace nutgraf::read::mail
