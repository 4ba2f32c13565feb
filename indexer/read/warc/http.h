// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/read/warc/fields.h"

/// HTTP responses as crawlers store them: sometimes as they were sent, sometimes decoded with the old head before them.
namespace nutgraf::read::warc {

struct HttpResponse {
  int status = 0;
  Fields fields;
  std::string_view body;  // as stored; a part of the block
};

/// Nothing where `block` begins with no status line or its head does not end.
[[nodiscard]] std::optional<HttpResponse> parse_http(std::string_view block);

/// Whether the body has all bytes that the head promises; not where it says nothing.
[[nodiscard]] bool has_whole_body(const HttpResponse& response);

/// The body without its transfer and content codings (chunked; gzip, deflate, br, zstd). A body that is not coded
/// though the head says so is taken as it is, one that is cut as far as it goes. Throws Unreadable where it is damaged,
/// of an unknown coding, or longer than a page can be.
[[nodiscard]] std::string body_of(const HttpResponse& response);

}  // namespace nutgraf::read::warc
