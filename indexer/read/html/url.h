// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::read::html {

/// "https://www.example.org/a?b" -> "www.example.org", in lower case, without user and port; empty if `url` is not
/// absolute, or neither http nor https.
[[nodiscard]] std::string host_of(std::string_view url);

/// The host without the first label where that says how the page is served: www, m, mobile, amp.
[[nodiscard]] std::string site_of(std::string_view url);

/// Whether `url` is a site's home page: nothing follows the host, or only the name of an index.
[[nodiscard]] bool is_home(std::string_view url);

/// "https://web.archive.org/web/2020.../https://example.org/a" -> "https://example.org/a"; others as they are.
[[nodiscard]] std::string_view original_url(std::string_view url);

/// Whether a link, absolute or not, leads to a home page: "/", "index.html", "https://example.org".
[[nodiscard]] bool is_home_link(std::string_view reference);

/// `reference` as an absolute URL, where it is one or `base` makes it one; else empty. The fragment is cut off.
[[nodiscard]] std::string resolve(std::string_view reference, std::string_view base);

}  // namespace nutgraf::read::html
