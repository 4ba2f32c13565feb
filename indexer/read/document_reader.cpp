// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/document_reader.h"

#include <fmt/format.h>

#include <utility>
#include <variant>

#include "indexer/read/container.h"
#include "indexer/read/detect.h"
#include "indexer/read/file_name.h"
#include "indexer/read/front.h"
#include "indexer/read/skippable_frames.h"
#include "indexer/read/utf8.h"

namespace nutgraf::read {
namespace {

constexpr unsigned kDeepest = 8;

/// Counts the archives that are open.
class Deeper {
 public:
  explicit Deeper(unsigned& depth) : depth_(depth) { ++depth_; }
  ~Deeper() { --depth_; }
  Deeper(const Deeper&) = delete;
  Deeper& operator=(const Deeper&) = delete;
  Deeper(Deeper&&) = delete;
  Deeper& operator=(Deeper&&) = delete;

 private:
  unsigned& depth_;
};

bool has_hidden_part(std::string_view path) {
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    if (is_hidden_name(path.substr(0, slash))) {
      return true;
    }
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  }
  return false;
}

Document document_of(const Member& member, const Document& archive) {
  const std::string path = utf8_name(member.path);
  Document inside = archive;
  inside.origin.member = archive.origin.member.empty() ? path : fmt::format("{}!{}", archive.origin.member, path);
  inside.id = fmt::format("{}/{}", archive.id, escaped_name(member.path));
  inside.name = path;
  inside.mention = Mention::Found;
  inside.given = fmt::format("{}/{}", archive.given, path);
  return inside;
}

/// The content of a compressed file.
Document unpacked(Document document) {
  document.name = without_compression(document.name);
  document.id = without_compression(document.id);
  document.file_id = document.origin.member.empty() ? document.id : document.file_id;
  return document;
}

}  // namespace

void DocumentReader::read(ByteSource& bytes, const Document& document, Position position) {
  try {
    Peeked peeked(bytes);
    const std::string_view front = peeked.peek(kFront);
    if (detect_container(front) == Container::None) {
      read_content(peeked, document);
    } else if (front.starts_with("PK") && is_zipped_document(extension_of(document.name))) {
      emitter_.skip(document, Skip::Unknown);
    } else if (depth_ == kDeepest) {
      emitter_.reject(document, 0, 0, fmt::format("archives are nested more than {} deep", kDeepest));
    } else {
      read_archive(peeked, document, position);
    }
  } catch (const BudgetSpent&) {
    throw;
  } catch (const SourceLost&) {
    throw;
  } catch (const Unreadable& unreadable) {
    emitter_.reject(document, 0, 0, unreadable.what());
  }
}

void DocumentReader::read_content(Peeked& bytes, const Document& document) {
  const auto detected = detect_reader(bytes.peek(kFront), document, emitter_.options().format);
  if (const auto* const reader = std::get_if<const Reader*>(&detected)) {
    (*reader)->read(bytes, document, emitter_);
  } else {
    emitter_.skip(document, std::get<Skip>(detected));
  }
}

void DocumentReader::read_archive(Peeked& bytes, const Document& document, Position position) {
  const Deeper deeper(depth_);
  if (skip_skippable_frames(bytes) == Frames::None) {
    emitter_.skip(document, Skip::Empty);
    return;
  }
  const bool seeking = position == Position::TopLevel && wants_seeking(bytes.peek(kFront));
  ArchiveStream archive(bytes, seeking ? ArchiveStream::Access::Seeking : ArchiveStream::Access::InOrder, budget_);
  Document reached = document;
  HeldMembers held;
  try {
    read_members(archive, document, reached, held);
  } catch (const SourceLost& lost) {
    if (!lost.is_of(archive.data())) {
      release(held);
      throw;
    }
    emitter_.reject(reached, 0, 0, lost.what());
  } catch (const BudgetSpent&) {
    release(held);
    throw;
  }
  release(held);
}

void DocumentReader::read_members(ArchiveStream& archive, const Document& document, Document& reached,
                                  HeldMembers& held) {
  bool first = true;
  while (const auto member = archive.next()) {
    if (emitter_.stopped()) {
      return;
    }
    if (archive.is_plain()) {
      read(archive.data(), unpacked(document), Position::Inside);
      return;
    }
    if (std::exchange(first, false) && begins_zipped_document(member->path)) {
      emitter_.skip(document, Skip::Unknown);
      return;
    }
    reached = document_of(*member, document);
    read_or_hold(*member, archive.data(), reached, held);
  }
  if (first) {
    emitter_.skip(document, Skip::Empty);
  }
}

void DocumentReader::read_or_hold(const Member& member, ByteSource& data, const Document& inside, HeldMembers& held) {
  using Place = PagesOfArchive::Place;
  const Place place = member.kind == MemberKind::File ? held.pages.place_of(member.path) : Place::Own;
  if (place == Place::Part) {
    emitter_.skip(inside, Skip::PageParts);
  } else if (place == Place::Undecided) {
    hold(member, data, inside, held);
  } else {
    read_member(member, data, inside);
  }
}

void DocumentReader::hold(const Member& member, ByteSource& data, const Document& inside, HeldMembers& held) {
  const std::size_t room = HeldMembers::kMost - held.bytes;
  Peeked peeked(data);
  if (peeked.peek(room).size() >= room) {
    read_member(member, peeked, inside);
    return;
  }
  try {
    held.entries.push_back({member, inside, read_all(peeked, room)});
    held.bytes += held.entries.back().bytes.size();
  } catch (const BudgetSpent&) {
    throw;
  } catch (const SourceLost&) {
    throw;
  } catch (const Unreadable& unreadable) {
    emitter_.reject(inside, 0, 0, unreadable.what());
  }
}

void DocumentReader::release(const HeldMembers& held) {
  for (const auto& [member, document, bytes] : held.entries) {
    if (emitter_.stopped()) {
      return;
    }
    if (held.pages.was_part(member.path)) {
      emitter_.skip(document, Skip::PageParts);
    } else {
      TextSource source(bytes);
      read_member(member, source, document);
    }
  }
}

void DocumentReader::read_member(const Member& member, ByteSource& data, const Document& inside) {
  if (member.kind == MemberKind::Folder) {
    return;
  }
  if (has_hidden_part(member.path)) {
    emitter_.skip(inside, Skip::Hidden);
    return;
  }
  switch (member.kind) {
    case MemberKind::Link:
      emitter_.skip(inside, Skip::Link);
      break;
    case MemberKind::Special:
      emitter_.skip(inside, Skip::SpecialFile);
      break;
    case MemberKind::Encrypted:
      emitter_.reject(inside, 0, 0, "it is encrypted");
      break;
    case MemberKind::File:
      read(data, inside, Position::Inside);
      break;
    case MemberKind::Folder:
      break;
  }
}

}  // namespace nutgraf::read
