// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/package.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/file_name.h"
#include "indexer/read/hex_digit.h"
#include "indexer/read/unpack/archive_stream.h"

namespace nutgraf::read::office {
namespace {

constexpr std::uint64_t kUnfolded = 512UL * 1024 * 1024;

/// Bytes in memory in which one can jump: a zip is read by the directory at its end.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::size_t read(std::span<char> into) override {
    const std::string_view rest = bytes_.substr(at_, into.size());
    std::copy(rest.begin(), rest.end(), into.begin());
    at_ += rest.size();
    return rest.size();
  }
  [[nodiscard]] std::int64_t seek(std::int64_t offset, int whence) override {
    const std::size_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? at_ : bytes_.size();
    const std::int64_t place = static_cast<std::int64_t>(from) + offset;
    if (place < 0 || place > static_cast<std::int64_t>(bytes_.size())) {
      return -1;
    }
    at_ = static_cast<std::size_t>(place);
    return place;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

bool is_markup(std::string_view path) {
  constexpr auto kExtensions = std::to_array<std::string_view>({"xml", "rels", "opf", "xhtml", "html", "htm"});
  return std::ranges::find(kExtensions, extension_of(path)) != kExtensions.end() || path.ends_with(".rels");
}

std::string unescaped(std::string_view path) {
  constexpr int kHex = 16;
  std::string plain;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const int high = path[i] == '%' && i + 2 < path.size() ? hex_digit(path[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(path[i + 2]) : -1;
    plain += low >= 0 ? static_cast<char>(high * kHex + low) : path[i];
    i += low >= 0 ? 2 : 0;
  }
  return plain;
}

}  // namespace

Package::Package(std::string_view bytes) {
  MemorySource source(bytes);
  unpack::UnpackBudget budget{kUnfolded};
  Peeked peeked(source);
  unpack::ArchiveStream archive(peeked, unpack::ArchiveStream::Access::Seeking, budget);
  while (const auto member = archive.next()) {
    if (member->kind == unpack::MemberKind::Encrypted) {
      throw Unreadable("it is encrypted: save a copy without a password");
    }
    if (member->kind == unpack::MemberKind::File && is_markup(member->path)) {
      parts_.emplace(member->path, read_all(archive.data(), kUnfolded));
    }
  }
}

const std::string* Package::find(std::string_view path) const {
  if (const auto found = parts_.find(path); found != parts_.end()) {
    return &found->second;
  }
  const std::string lowered = ascii::lowered(path);
  const auto alike = [&](const auto& part) { return ascii::lowered(part.first) == lowered; };
  const auto found = std::find_if(parts_.begin(), parts_.end(), alike);
  return found == parts_.end() ? nullptr : &found->second;
}

std::string_view Package::part(std::string_view path) const {
  const std::string* const found = find(path);
  return found == nullptr ? std::string_view{} : std::string_view(*found);
}

std::string resolved_path(std::string_view from, std::string_view target) {
  const std::string plain = unescaped(target.substr(0, target.find('#')));
  std::string path;
  if (!plain.starts_with('/')) {
    const std::size_t slash = from.rfind('/');
    path = slash == std::string_view::npos ? "" : std::string(from.substr(0, slash + 1));
  }
  std::string_view rest = plain;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view step = rest.substr(0, end);
    if (step == "..") {
      const std::size_t above = path.size() < 2 ? std::string::npos : path.rfind('/', path.size() - 2);
      path.resize(above == std::string::npos ? 0 : above + 1);
    } else if (!step.empty() && step != ".") {
      path.append(step).append(end < rest.size() ? "/" : "");
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return path;
}

}  // namespace nutgraf::read::office
