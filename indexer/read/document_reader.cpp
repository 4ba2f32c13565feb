// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/document_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <variant>

#include "indexer/read/detect.h"
#include "indexer/read/file_name.h"
#include "indexer/read/front.h"
#include "indexer/read/registry.h"
#include "indexer/read/unpack/container.h"
#include "indexer/read/unpack/joined_zip.h"
#include "indexer/read/unpack/skippable_frames.h"
#include "indexer/read/utf8.h"
#include "indexer/read/warc/packed_source.h"
#include "indexer/read/warc/warc_reader.h"

namespace nutgraf::read {
namespace {

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

Document document_of(const unpack::Member& member, const Document& archive) {
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

/// By its content, else by its name.
bool is_packed_crawl(std::string_view front, const Document& document) {
  const Reader* const named = reader_of_extension(extension_of(without_compression(document.name)));
  return warc::begins_packed_crawl(front) ||
         (warc::is_packed(front) && named != nullptr && named->read == warc::read_warc);
}

/// The reader of a zip that is a document, by --format, by its content, then by its name. Null for an archive.
const Reader* zip_reader(std::string_view front, const Document& document, std::string_view forced) {
  if (!front.starts_with("PK")) {
    return nullptr;
  }
  constexpr auto kFormats = std::to_array<std::string_view>({"docx", "odt", "epub"});
  const auto is_known = [&](std::string_view name) { return std::ranges::find(kFormats, name) != kFormats.end(); };
  if (is_known(forced)) {
    return reader_named(forced);
  }
  switch (unpack::zipped_document(front)) {
    case unpack::ZippedDocument::Docx:
      return reader_named("docx");
    case unpack::ZippedDocument::Odt:
      return reader_named("odt");
    case unpack::ZippedDocument::Epub:
      return reader_named("epub");
    case unpack::ZippedDocument::Other:
      return nullptr;
    case unpack::ZippedDocument::None:
      break;
  }
  const Reader* const named = reader_of_extension(extension_of(document.name));
  return named != nullptr && is_known(named->name) ? named : nullptr;
}

/// Whether a member is what a WACZ, a zip of a web crawl, has beside the crawl: indexes, lists of pages, logs.
bool is_beside_crawl(const unpack::Member& member, const Document& archive) {
  constexpr auto kBeside = std::to_array<std::string_view>(
      {"indexes/", "pages/", "logs/", "fuzzy.json", "datapackage.json", "datapackage-digest.json"});
  return extension_of(archive.name) == "wacz" &&
         std::ranges::any_of(kBeside, [&](std::string_view name) { return member.path.starts_with(name); });
}

}  // namespace

void DocumentReader::read(ByteSource& bytes, const Document& document, Position position) {
  try {
    Peeked peeked(bytes);
    const std::string_view front = peeked.peek(kFront);
    if (unpack::is_cut_container(front, extension_of(document.name))) {
      emitter_.reject(document, 0, 0, "damaged archive: it ends within its first bytes");
    } else if (unpack::detect_container(front) == unpack::Container::None) {
      read_content(peeked, document);
    } else if (is_packed_crawl(front, document)) {
      read_packed_crawl(peeked, document);
    } else if (const Reader* const reader = zip_reader(front, document, emitter_.options().format)) {
      reader->read(peeked, document, emitter_);
    } else if (front.starts_with("PK") && unpack::is_zipped_document(extension_of(document.name))) {
      emitter_.skip(document, Skip::Unknown);
    } else if (depth_ == emitter_.options().unpack.depth) {
      emitter_.reject(document, 0, 0, fmt::format("archives are nested more than {} deep: see --unpack-depth", depth_));
    } else {
      read_archive(peeked, document, position);
    }
  } catch (const unpack::BudgetSpent&) {
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

void DocumentReader::read_packed_crawl(Peeked& bytes, const Document& document) {
  warc::PackedSource records(bytes, budget_);
  Peeked content(records);
  for (bool lost = true; lost;) {
    try {
      static_cast<void>(content.peek(1));
      lost = false;
    } catch (const unpack::BudgetSpent&) {
      throw;
    } catch (const SourceLost&) {
      throw;
    } catch (const Unreadable& first) {
      emitter_.reject(document, 0, 0, first.what());
    }
  }
  read_content(content, unpacked(document));
}

void DocumentReader::read_archive(Peeked& bytes, const Document& document, Position position) {
  const Deeper deeper(depth_);
  if (unpack::skip_skippable_frames(bytes) == unpack::Frames::None) {
    emitter_.skip(document, Skip::Empty);
    return;
  }
  const bool zip_like = unpack::wants_seeking(bytes.peek(kFront));
  const bool seeking = position == Position::TopLevel && zip_like;
  if (seeking && bytes.peek(kFront).starts_with("PK\x03\x04")) {
    if (const std::uint64_t before = unpack::bytes_before_zip(bytes); before > 0) {
      emitter_.reject(document, 0, 0,
                      fmt::format("zips were joined: only the last one is read, not the {} bytes before it; index "
                                  "each by itself",
                                  before));
    }
  }
  unpack::ArchiveStream archive(
      bytes, seeking ? unpack::ArchiveStream::Access::Seeking : unpack::ArchiveStream::Access::InOrder, budget_);
  unpack::MemberNames names(position == Position::TopLevel ? &bytes : nullptr,
                            zip_like ? charset::Use::Name : charset::Use::Text);
  Progress progress{names, document, {}, 0, {}};
  try {
    read_members(archive, document, progress);
  } catch (const SourceLost& lost) {
    if (!lost.is_of(archive.data())) {
      release(progress);
      throw;
    }
    emitter_.reject(progress.reached, 0, 0, lost.what());
  } catch (unpack::BudgetSpent& spent) {
    spent.was_in(progress.reached.origin.member);
    release(progress);
    throw;
  }
  release(progress);
  reject_encrypted(progress);
}

void DocumentReader::reject_encrypted(const Progress& progress) {
  if (progress.encrypted == 1) {
    emitter_.reject(progress.first_encrypted, 0, 0, "it is encrypted: unpack it first");
  } else if (progress.encrypted > 1) {
    emitter_.reject(
        progress.first_encrypted, 0, 0,
        fmt::format("it and {} other members of the archive are encrypted: unpack them first", progress.encrypted - 1));
  }
}

void DocumentReader::read_members(unpack::ArchiveStream& archive, const Document& document, Progress& progress) {
  bool first = true;
  while (auto member = archive.next()) {
    if (emitter_.stopped()) {
      return;
    }
    if (archive.is_plain()) {
      read(archive.data(), unpacked(document), Position::Inside);
      return;
    }
    if (std::exchange(first, false) && unpack::begins_zipped_document(member->path)) {
      emitter_.skip(document, Skip::Unknown);
      return;
    }
    member->path = progress.names.decoded(std::move(member->path));
    progress.reached = document_of(*member, document);
    if (is_beside_crawl(*member, document)) {
      emitter_.skip(progress.reached, Skip::Metadata);
      continue;
    }
    read_or_hold(*member, archive.data(), progress);
  }
  if (first) {
    emitter_.skip(document, Skip::Empty);
  }
}

void DocumentReader::read_or_hold(const unpack::Member& member, ByteSource& data, Progress& progress) {
  using Place = PagesOfArchive::Place;
  const Place place = member.kind == unpack::MemberKind::File ? progress.held.pages.place_of(member.path) : Place::Own;
  if (place == Place::Part) {
    emitter_.skip(progress.reached, Skip::PageParts);
  } else if (place == Place::Undecided) {
    hold(member, data, progress);
  } else {
    read_member(member, data, progress.reached, progress);
  }
}

void DocumentReader::hold(const unpack::Member& member, ByteSource& data, Progress& progress) {
  unpack::HeldMembers& held = progress.held;
  const std::size_t room = unpack::HeldMembers::kMost - held.bytes;
  Peeked peeked(data);
  if (peeked.peek(room).size() >= room) {
    read_member(member, peeked, progress.reached, progress);
    return;
  }
  try {
    held.entries.push_back({member, progress.reached, read_all(peeked, room)});
    held.bytes += held.entries.back().bytes.size();
  } catch (const unpack::BudgetSpent&) {
    throw;
  } catch (const SourceLost&) {
    throw;
  } catch (const Unreadable& unreadable) {
    emitter_.reject(progress.reached, 0, 0, unreadable.what());
  }
}

void DocumentReader::release(Progress& progress) {
  for (const auto& [member, document, bytes] : progress.held.entries) {
    if (emitter_.stopped()) {
      return;
    }
    if (progress.held.pages.was_part(member.path)) {
      emitter_.skip(document, Skip::PageParts);
    } else {
      TextSource source(bytes);
      read_member(member, source, document, progress);
    }
  }
}

void DocumentReader::read_member(const unpack::Member& member, ByteSource& data, const Document& inside,
                                 Progress& progress) {
  if (member.kind == unpack::MemberKind::Folder) {
    return;
  }
  if (has_hidden_part(member.path)) {
    emitter_.skip(inside, Skip::Hidden);
    return;
  }
  switch (member.kind) {
    case unpack::MemberKind::Link:
      emitter_.skip(inside, Skip::Link);
      break;
    case unpack::MemberKind::Special:
      emitter_.skip(inside, Skip::SpecialFile);
      break;
    case unpack::MemberKind::Encrypted:
      if (progress.encrypted++ == 0) {
        progress.first_encrypted = inside;
      }
      break;
    case unpack::MemberKind::File:
      read(data, inside, Position::Inside);
      break;
    case unpack::MemberKind::Folder:
      break;
  }
}

}  // namespace nutgraf::read
