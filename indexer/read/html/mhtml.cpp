// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/mhtml.h"

#include "core/base/ascii.h"
#include "indexer/read/html/url.h"
#include "indexer/read/mime/part.h"

namespace nutgraf::read::html {

std::optional<SavedPage> page_of_mhtml(std::string_view bytes) {
  const mime::Part whole = mime::part_at(bytes);
  for (const mime::Part& part : mime::parts_of(whole)) {
    const std::string type = mime::media_type(part);
    if (type != "text/html" && type != "application/xhtml+xml") {
      continue;
    }
    SavedPage page = unwrapped(mime::decoded_body(part));
    std::string_view url = whole.header("snapshot-content-location");
    url = url.empty() ? part.header("content-location") : url;
    page.url = page.url.empty() ? std::string(original_url(url)) : page.url;
    page.charset = ascii::lowered(mime::parameter(part.header("content-type"), "charset"));
    return page;
  }
  return std::nullopt;
}

}  // namespace nutgraf::read::html
