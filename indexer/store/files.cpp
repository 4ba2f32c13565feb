// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "core/base/atomic_file.h"
#include "core/base/folder_entries.h"

namespace nutgraf::store {
namespace {

namespace fs = std::filesystem;

Failure failure_of(std::string_view verb, const fs::path& path, const std::error_code& error) {
  return {
      ExitCode::Failed, fmt::format("cannot {} {}: {}", verb, path.string(), error.message()),
      error == std::errc::no_space_on_device ? "free some space and run it again; the old index still answers" : ""};
}

class File {
 public:
  File(const fs::path& path, int flags) : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (number_ < 0) {
      throw file_failure("open", path_);
    }
  }
  ~File() { ::close(number_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  File(File&&) = delete;
  File& operator=(File&&) = delete;

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] const fs::path& path() const { return path_; }

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(number_, bytes.data(), bytes.size());
      if (written < 0 && errno != EINTR) {
        throw file_failure("write", path_);
      }
      bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
  }
  void sync() const {
    while (::fsync(number_) != 0) {
      if (errno == EINVAL) {  // a file system that has no such thing, on which nothing can be done
        return;
      }
      if (errno != EINTR) {
        throw file_failure("flush", path_);
      }
    }
  }

 private:
  fs::path path_;
  int number_;
};

void copy_bytes(const File& from, const File& to) {
  std::array<char, 256UL * 1024> buffer{};
  for (;;) {
    const ssize_t size = ::read(from.number(), buffer.data(), buffer.size());
    if (size == 0) {
      return;
    }
    if (size < 0 && errno != EINTR) {
      throw file_failure("read", from.path());
    }
    to.write({buffer.data(), size < 0 ? 0 : static_cast<std::size_t>(size)});
  }
}

/// False where the file system cannot; nothing has been copied then.
bool copy_in_kernel(const File& from, const File& to) {
  constexpr std::size_t kPiece = std::size_t{1} << 30U;
  for (std::size_t done = 0;;) {
    const ssize_t size = ::copy_file_range(from.number(), nullptr, to.number(), nullptr, kPiece, 0);
    if (size == 0) {
      return done != 0;  // some file systems say 0 where they mean "cannot"; an empty file costs one more read
    }
    if (size < 0 && errno == EINTR) {
      continue;
    }
    if (size < 0) {
      if (done == 0 && (errno == EXDEV || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP)) {
        return false;
      }
      throw file_failure("write", to.path());
    }
    done += static_cast<std::size_t>(size);
  }
}

}  // namespace

Failure file_failure(std::string_view verb, const fs::path& path) {
  return failure_of(verb, path, std::error_code(errno, std::generic_category()));
}

void make_folders(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) {
    return;
  }
  fs::path above = folder.parent_path();
  if (above.empty()) {
    above = fs::current_path(error);  // as a message about "." tells no one where
    above = above.empty() ? fs::path(".") : above;
  }
  make_folders(above);
  fs::create_directory(folder, error);
  if (error) {
    throw failure_of("make the folder", folder, error);
  }
  // A folder that may be written but not listed cannot be opened; the system flushes it some time.
  if (::access(above.c_str(), R_OK) == 0) {
    sync_folder(above);
  }
}

void remove_tree(const fs::path& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error) {
    throw failure_of("remove", path, error);
  }
}

void rename_path(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) {
    throw failure_of("rename", from, error);
  }
}

void sync_folder(const fs::path& folder) {
  File(folder, O_RDONLY | O_DIRECTORY).sync();
}

std::vector<fs::directory_entry> entries_of(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::directory_entry> entries = folder_entries(folder, error);
  if (error) {
    throw failure_of("read the folder", folder, error);
  }
  return entries;
}

void sync_tree(const fs::path& folder) {
  for (const fs::directory_entry& entry : entries_of(folder)) {
    if (entry.is_directory()) {
      sync_tree(entry.path());
    } else if (entry.is_regular_file()) {
      File(entry.path(), O_RDONLY).sync();
    }
  }
  sync_folder(folder);
}

Durability replace_file(const fs::path& file, std::string_view bytes) {
  AtomicFile out(file);
  out.write(bytes);
  out.commit(AtomicFile::Durability::Synced);
  try {
    sync_folder(file.parent_path().empty() ? fs::path(".") : file.parent_path());
    return Durability::Sure;
  } catch (const Failure&) {
    return Durability::Unsure;
  }
}

void copy_regular_file(const fs::path& from, const fs::path& to) {
  const File source(from, O_RDONLY);
  const File target(to, O_WRONLY | O_CREAT | O_TRUNC);
  if (::ioctl(target.number(), FICLONE, source.number()) != 0 && !copy_in_kernel(source, target)) {
    copy_bytes(source, target);
  }
}

void copy_tree(const fs::path& from, const fs::path& to) {
  make_folders(to);
  for (const fs::directory_entry& entry : entries_of(from)) {
    const fs::path target = to / entry.path().filename();
    if (entry.is_directory()) {
      copy_tree(entry.path(), target);
    } else if (entry.is_regular_file()) {
      copy_regular_file(entry.path(), target);
    }
  }
}

std::uint64_t bytes_in(const fs::path& folder) {
  std::uint64_t bytes = 0;
  for (const fs::directory_entry& entry : entries_of(folder)) {
    std::error_code error;
    bytes += entry.is_directory() ? bytes_in(entry.path()) : entry.is_regular_file() ? entry.file_size(error) : 0;
    if (error) {
      throw failure_of("read", entry.path(), error);
    }
  }
  return bytes;
}

}  // namespace nutgraf::store
