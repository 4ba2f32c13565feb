// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/mhtml.h"

#include "core/base/ascii.h"
#include "indexer/read/html/url.h"
#include "indexer/read/mime/part.h"

namespace nutgraf::read::html {

namespace {

/// The first page in a part and the parts inside it.
std::optional<mime::Part> page_part(const mime::Part& part, int depth) {
  constexpr int kDeepest = 8;
  const std::string type = mime::media_type(part);
  if (type == "text/html" || type == "application/xhtml+xml") {
    return part;
  }
  if (!type.starts_with("multipart/") || depth == kDeepest) {
    return std::nullopt;
  }
  for (const mime::Part& inner : mime::parts_of(part)) {
    if (auto found = page_part(inner, depth + 1)) {
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<SavedPage> page_of_mhtml(std::string_view bytes) {
  const mime::Part whole = mime::part_at(bytes);
  const auto part = page_part(whole, 0);
  if (!part) {
    return std::nullopt;
  }
  SavedPage page = unwrapped(mime::decoded_body(*part));
  for (const std::string_view url : {whole.header("snapshot-content-location"), part->header("content-location"),
                                     whole.header("content-location")}) {
    page.url = page.url.empty() ? std::string(original_url(url)) : page.url;
  }
  page.charset = ascii::lowered(mime::parameter(part->header("content-type"), "charset"));
  return page;
}

}  // namespace nutgraf::read::html
