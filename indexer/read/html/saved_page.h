// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::read::html {

/// A page without what the program that saved it put around it.
struct SavedPage {
  std::string html;     // as the site sent it, in the encoding of `charset`
  std::string url;      // that it was saved from; empty where nothing says so
  std::string charset;  // as a header declares it; empty where none does
};

/// Knows "saved from url" comments, SingleFile, copies of the Internet Archive, a browser's view of the source, and
/// bytes as Python shows them.
[[nodiscard]] SavedPage unwrapped(std::string bytes);

/// `b'<!DOCTYPE html>\n...'`: bytes that a script wrote without decoding them.
[[nodiscard]] bool is_python_bytes(std::string_view front);

}  // namespace nutgraf::read::html
