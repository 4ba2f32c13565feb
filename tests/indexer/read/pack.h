// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nutgraf::test {

using Members = std::vector<std::pair<std::string, std::string>>;

inline la_ssize_t append(archive* /*handle*/, void* target, const void* bytes, std::size_t size) {
  static_cast<std::string*>(target)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

/// `format` and `filter` by libarchive's names: "zip", "gnutar", "raw"; "gzip", "bzip2", "xz", "zstd", "none".
inline std::string pack(const Members& members, const char* format, const char* filter) {
  std::string packed;
  archive* const out = archive_write_new();
  archive_write_set_format_by_name(out, format);
  if (std::string_view(filter) != "none") {
    archive_write_add_filter_by_name(out, filter);
  }
  archive_write_set_bytes_in_last_block(out, 1);
  archive_write_open(out, &packed, nullptr, append, nullptr);
  for (const auto& [path, bytes] : members) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname_utf8(entry, path.c_str());
    archive_entry_copy_pathname(entry, path.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  return packed;
}

}  // namespace nutgraf::test
