// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/mime/part.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "core/base/ascii.h"
#include "indexer/read/encoding.h"
#include "indexer/read/hex_digit.h"
#include "indexer/read/mime/transfer.h"

namespace nutgraf::read::mime {
namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// The name in "Name: value"; empty where the line is no header.
std::string_view header_name(std::string_view line) {
  const std::size_t colon = line.find(':');
  const std::string_view name = line.substr(0, colon);
  const auto is_name = [](char c) { return c > ' ' && ascii::is_ascii(c); };
  return colon != std::string_view::npos && std::ranges::all_of(name, is_name) ? name : std::string_view{};
}

/// Whether a line of blanks inside a head is no end of it: a continuation that is empty.
bool goes_on_as_head(std::string_view blank, std::string_view rest) {
  const std::string_view next = take_line(rest);
  const bool continuation = !ascii::trimmed(next).empty() && (next[0] == ' ' || next[0] == '\t');
  return !blank.empty() && (continuation || header_name(next).find('-') != std::string_view::npos);
}

struct Parameter {
  std::string_view name;
  std::string value;
};

/// `name=value` or `name="value"` at the front; nothing at the end.
std::optional<Parameter> take_parameter(std::string_view& rest) {
  const std::size_t begin = rest.find_first_not_of("; \t\r\n");
  if (begin == std::string_view::npos) {
    return std::nullopt;
  }
  rest.remove_prefix(begin);
  const std::size_t sign = rest.find_first_of("=;");
  Parameter parameter{ascii::trimmed(rest.substr(0, sign)), {}};
  rest.remove_prefix(std::min(sign, rest.size()));
  if (!rest.starts_with('=')) {
    return parameter;
  }
  rest.remove_prefix(1);
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
  if (!rest.starts_with('"')) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    parameter.value = ascii::trimmed(rest.substr(0, end));
    rest.remove_prefix(end);
    return parameter;
  }
  std::size_t at = 1;
  for (; at < rest.size() && rest[at] != '"'; ++at) {
    at += rest[at] == '\\' && at + 1 < rest.size() ? 1U : 0U;
    parameter.value += rest[at];
  }
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return parameter;
}

std::string unescaped(std::string_view text) {
  constexpr int kHex = 16;
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
    plain += escape ? static_cast<char>(hex_digit(text[i + 1]) * kHex + hex_digit(text[i + 2])) : text[i];
    i += escape ? 2 : 0;
  }
  return plain;
}

/// "utf-8'en'%e2%82%ac" in UTF-8.
std::string from_extended(const std::string& value) {
  const std::size_t charset = value.find('\'');
  const std::size_t language = charset == std::string::npos ? charset : value.find('\'', charset + 1);
  if (language == std::string::npos) {
    return decode(unescaped(value)).text;
  }
  return decode(unescaped(std::string_view(value).substr(language + 1)), value.substr(0, charset)).text;
}

/// Whether `line` is the delimiter, or the last one, which has two hyphens more.
bool is_delimiter(std::string_view line, std::string_view delimiter) {
  const std::string_view rest = ascii::trimmed(line.substr(std::min(delimiter.size(), line.size())));
  return line.starts_with(delimiter) && (rest.empty() || rest == "--");
}

/// A part of a digest, where a message is what declares nothing else (RFC 2046, 5.1.5). Some leave out the empty line
/// above its headers.
Part part_of_digest(std::string_view text) {
  Part part = part_at(text);
  if (part.header("content-type").empty() || !part.header("from").empty()) {
    part.body = part.headers.empty() ? part.body : text;
    part.headers.assign(1, {"content-type", "message/rfc822"});
  }
  return part;
}

}  // namespace

std::string_view Part::header(std::string_view name) const {
  const auto found =
      std::ranges::find(headers, name, [](const auto& header) { return std::string_view(header.first); });
  return found == headers.end() ? std::string_view{} : std::string_view(found->second);
}

Part part_at(std::string_view text) {
  Part part;
  part.body = text;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    const bool continues = !line.empty() && (line[0] == ' ' || line[0] == '\t');
    if (ascii::trimmed(line).empty()) {
      part.body = text;
      if (!part.headers.empty() && goes_on_as_head(line, text)) {
        continue;
      }
      break;
    }
    if (continues && !part.headers.empty()) {
      part.headers.back().second.append(1, ' ').append(ascii::trimmed(line));
    } else if (const std::string_view name = header_name(line); !name.empty()) {
      part.headers.emplace_back(ascii::lowered(name), ascii::trimmed(line.substr(name.size() + 1)));
    } else {
      break;
    }
    part.body = text;
  }
  return part;
}

std::vector<Part> parts_of(const Part& whole) {
  std::vector<Part> parts;
  const std::string boundary = parameter(whole.header("content-type"), "boundary");
  if (boundary.empty()) {
    return parts;
  }
  const std::string delimiter = "--" + boundary;
  const auto read_part = media_type(whole) == "multipart/digest" ? part_of_digest : part_at;
  std::string_view rest = whole.body;
  std::optional<std::size_t> begin;  // of the part that is open
  while (true) {
    const std::size_t at = whole.body.size() - rest.size();
    const bool end = rest.empty();
    const std::string_view line = take_line(rest);
    if (!end && !is_delimiter(line, delimiter)) {
      continue;
    }
    if (begin) {
      std::string_view text = whole.body.substr(*begin, at - *begin);
      // The line end before a delimiter belongs to it.
      text.remove_suffix(!end && text.ends_with('\n') ? 1 : 0);
      text.remove_suffix(!end && text.ends_with('\r') ? 1 : 0);
      parts.push_back(read_part(text));
    }
    begin = whole.body.size() - rest.size();
    if (end || ascii::trimmed(line).size() > delimiter.size()) {
      return parts;
    }
  }
}

std::string media_type(const Part& part) {
  const std::string_view header = part.header("content-type");
  const std::string type = ascii::lowered(ascii::trimmed(header.substr(0, header.find(';'))));
  return type.find('/') == std::string::npos ? "text/plain" : type;
}

std::string parameter(std::string_view header, std::string_view name) {
  std::string_view rest = header.substr(std::min(header.find(';'), header.size()));
  std::string pieces;  // of name*0, name*1, ...
  bool extended = false;
  while (const auto found = take_parameter(rest)) {
    const std::string key = ascii::lowered(found->name);
    if (key == name) {
      return found->value;
    }
    if (key.starts_with(name) && key.substr(name.size()).starts_with('*')) {
      extended = extended || key.ends_with('*');
      pieces += found->value;
    }
  }
  return extended ? from_extended(pieces) : pieces;
}

std::string decoded_body(const Part& part) {
  const std::string encoding = ascii::lowered(ascii::trimmed(part.header("content-transfer-encoding")));
  return encoding == "base64"                                                        ? from_base64(part.body)
         : encoding == "quoted-printable"                                            ? from_quoted_printable(part.body)
         : encoding == "x-uuencode" || encoding == "uuencode" || encoding == "x-uue" ? from_uuencode(part.body)
                                                                                     : std::string(part.body);
}

}  // namespace nutgraf::read::mime
