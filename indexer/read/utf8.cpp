// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace nutgraf::read {
namespace {

std::size_t ascii_run(std::string_view bytes) {
  const auto end = std::find_if_not(bytes.begin(), bytes.end(), ascii::is_ascii);
  return static_cast<std::size_t>(end - bytes.begin());
}

enum class Percent : std::uint8_t { Kept, Escaped };

std::string escaped(std::string_view bytes, Percent percent) {
  std::string name;
  while (!bytes.empty()) {
    const std::size_t length = utf8::sequence_length(bytes);
    const bool escape = length == 0 || (bytes[0] == '%' && percent == Percent::Escaped);
    if (escape) {
      name += fmt::format("%{:02X}", static_cast<unsigned char>(bytes[0]));
    } else {
      name.append(bytes.substr(0, length));
    }
    bytes.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return name;
}

}  // namespace

Utf8Census take_census(std::string_view bytes) {
  Utf8Census census;
  while (!bytes.empty()) {
    bytes.remove_prefix(ascii_run(bytes));
    if (bytes.empty()) {
      break;
    }
    const std::size_t length = utf8::sequence_length(bytes);
    ++(length == 0 ? census.bad : census.multibyte);
    bytes.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return census;
}

std::size_t repair_utf8(std::string& bytes) {
  std::string mended;
  mended.reserve(bytes.size() + 16);
  std::string_view rest = bytes;
  std::size_t runs = 0;
  while (!rest.empty()) {
    const std::size_t ascii = ascii_run(rest);
    mended.append(rest.substr(0, ascii));
    rest.remove_prefix(ascii);
    bool bad = false;
    while (!rest.empty() && utf8::sequence_length(rest) == 0) {
      rest.remove_prefix(1);
      bad = true;
    }
    if (bad) {
      mended.append(utf8::kReplacementBytes);
      ++runs;
    }
    const std::size_t length = utf8::sequence_length(rest);
    mended.append(rest.substr(0, length));
    rest.remove_prefix(length);
  }
  bytes = std::move(mended);
  return runs;
}

std::string utf8_name(std::string_view bytes) {
  return utf8::is_valid(bytes) ? std::string(bytes) : escaped(bytes, Percent::Kept);
}

std::string escaped_name(std::string_view bytes) {
  return utf8::is_valid(bytes) && bytes.find('%') == std::string_view::npos ? std::string(bytes)
                                                                            : escaped(bytes, Percent::Escaped);
}

std::string path_name(std::string_view path) {
  if (utf8::is_valid(path)) {
    return std::string(path);
  }
  const std::size_t slash = path.rfind('/', utf8::valid_length(path));
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return fmt::format("{}/{}", path.substr(0, name), escaped_name(path.substr(name)));
}

}  // namespace nutgraf::read
