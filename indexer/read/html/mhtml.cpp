// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/mhtml.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/base/ascii.h"
#include "indexer/read/html/charset.h"
#include "indexer/read/html/hex_digit.h"
#include "indexer/read/html/url.h"

namespace nutgraf::read::html {
namespace {

/// Headers and what follows the empty line after them.
struct Part {
  std::string headers;  // one per line, continuation lines joined
  std::string_view body;
};

Part part_at(std::string_view text) {
  Part part;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (ascii::trimmed(line).empty()) {
      break;
    }
    const bool continues = line[0] == ' ' || line[0] == '\t';
    part.headers.append(continues ? " " : "\n").append(ascii::trimmed(line));
  }
  part.body = text;
  return part;
}

/// Of the first header of that name.
std::string_view header(const Part& part, std::string_view name) {
  const std::string lowered = ascii::lowered(part.headers);
  const std::size_t at = lowered.find("\n" + std::string(name) + ":");
  if (at == std::string::npos) {
    return {};
  }
  const std::size_t begin = at + name.size() + 2;
  return ascii::trimmed(std::string_view(part.headers).substr(begin, part.headers.find('\n', begin) - begin));
}

/// The delimiter keeps its case, unlike what parameter() answers.
std::string_view boundary_of(std::string_view type) {
  const std::size_t at = ascii::lowered(type).find("boundary=");
  if (at == std::string::npos) {
    return {};
  }
  std::string_view value = type.substr(at + std::string_view("boundary=").size());
  if (value.starts_with('"')) {
    value.remove_prefix(1);
    return value.substr(0, value.find('"'));
  }
  return value.substr(0, value.find_first_of("; \t"));
}

std::string from_quoted_printable(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest[0] != '=') {
      bytes += rest[0];
    } else if (rest.size() > 2 && hex_digit(rest[1]) >= 0 && hex_digit(rest[2]) >= 0) {
      bytes += static_cast<char>(hex_digit(rest[1]) * 16 + hex_digit(rest[2]));
      i += 2;
    } else if (const std::size_t end = rest.find('\n'); end != std::string_view::npos && end <= 2) {
      i += end;
    } else {
      bytes += rest[0];
    }
  }
  return bytes;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) {
      continue;
    }
    bits = bits << 6U | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(bits >> count & 0xFFU);
    }
  }
  return bytes;
}

std::string decoded_body(const Part& part) {
  const std::string encoding = ascii::lowered(header(part, "content-transfer-encoding"));
  return encoding == "base64"             ? from_base64(part.body)
         : encoding == "quoted-printable" ? from_quoted_printable(part.body)
                                          : std::string(part.body);
}

}  // namespace

std::optional<SavedPage> page_of_mhtml(std::string_view bytes) {
  const Part whole = part_at(bytes);
  const std::string delimiter = "--" + std::string(boundary_of(header(whole, "content-type")));
  if (delimiter.size() == 2) {
    return std::nullopt;
  }
  std::string_view rest = whole.body;
  for (std::size_t at = rest.find(delimiter); at != std::string_view::npos; at = rest.find(delimiter)) {
    rest = rest.substr(at + delimiter.size());
    rest.remove_prefix(std::min(rest.find('\n'), rest.size()));
    rest.remove_prefix(rest.empty() ? 0 : 1);
    Part part = part_at(rest);
    const std::string type = ascii::lowered(header(part, "content-type"));
    if (!type.starts_with("text/html") && !type.starts_with("application/xhtml")) {
      continue;
    }
    part.body = part.body.substr(0, part.body.find("\n" + delimiter));
    SavedPage page = unwrapped(decoded_body(part));
    std::string_view url = header(whole, "snapshot-content-location");
    url = url.empty() ? header(part, "content-location") : url;
    page.url = page.url.empty() ? std::string(original_url(url)) : page.url;
    page.charset = parameter(type, "charset");
    return page;
  }
  return std::nullopt;
}

}  // namespace nutgraf::read::html
