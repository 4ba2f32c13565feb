// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/read_inputs.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdint>

#include "core/base/failure.h"
#include "indexer/read/article_emitter.h"
#include "indexer/read/document.h"
#include "indexer/read/document_reader.h"
#include "indexer/read/file_name.h"
#include "indexer/read/file_source.h"
#include "indexer/read/meta_file.h"
#include "indexer/read/roots.h"
#include "indexer/read/utf8.h"
#include "indexer/read/walk.h"

namespace nutgraf::read {
namespace {

std::string derived_id(const std::filesystem::path& path, const ReadOptions& options) {
  return escaped_name(relative_to_root(path.native(), options.roots));
}

/// Finds the first file that has a derived id, for a message.
class PathOfId final : public Visitor {
 public:
  PathOfId(const ReadOptions& options, const std::string& id) : options_(options), id_(id) {}
  void file(const FoundFile& file) override {
    const std::string id = derived_id(file.path, options_);
    if (path_.empty() && (id == id_ || without_compression(id) == id_)) {
      path_ = path_name(file.path.native());
    }
  }
  void skip(const std::string& /*path*/, Skip /*kind*/) override {}
  void unreadable(const std::string& /*path*/, const std::string& /*reason*/, Extent /*extent*/) override {}
  [[nodiscard]] bool stopped() const override { return !path_.empty(); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  const ReadOptions& options_;
  const std::string& id_;
  std::string path_;
};

std::string path_of_id(const ReadOptions& options, const std::string& id) {
  PathOfId search(options, id);
  Walk walk(search, options.inputs);
  for (const std::string& input : options.inputs) {
    if (input != kStandardInput && !search.stopped() && !walk.skips_parts(input)) {
      walk.input(input);
    }
  }
  return search.path();
}

/// Opens and reads the files that a walk finds.
class FileReader final : public Visitor {
 public:
  FileReader(const ReadOptions& options, Sink& sink)
      : options_(options),
        sink_(sink),
        meta_files_(options),
        emitter_(options, sink, [&options](const std::string& id) { return path_of_id(options, id); }) {}

  void file(const FoundFile& file) override {
    Document document;
    document.origin.path = path_name(file.path.native());
    if (meta_files_.is_one(file.path)) {
      sink_.skip(document.origin.path, Skip::Metadata);
      return;
    }
    document.id = derived_id(file.path, options_);
    document.file_id = document.id;
    document.name = document.origin.path;
    document.given = file.given;
    document.mention = file.mention;
    FileFacts facts{document.origin.path, file.size, file.mtime_ns, {}};
    const auto meta_file = meta_files_.of(file.path);
    if (meta_file) {
      add_facts(*meta_file, facts);
    }
    if (sink_.begin_file(facts) == FileDecision::Unchanged) {
      return;
    }
    if (meta_file) {
      read_metadata(*meta_file, document);
    }
    open(file.path.native(), facts, document);
  }

  void standard_input() {
    Document document;
    document.origin.path = std::string(kStandardInput);
    document.id = "stdin";
    document.file_id = document.id;
    document.name = "stdin.jsonl";
    document.mention = Mention::Named;
    FileFacts facts{document.origin.path, 0, 0, {}};
    if (sink_.begin_file(facts) == FileDecision::Read) {
      open(document.origin.path, facts, document);
    }
  }

  void finish() { emitter_.finish(); }

  void skip(const std::string& path, Skip kind) override { sink_.skip(path, kind); }
  void unreadable(const std::string& path, const std::string& reason, Extent /*extent*/) override {
    sink_.reject({path, {}, 0, 0, reason, "skipped"});
  }
  [[nodiscard]] bool stopped() const override { return sink_.stopped(); }

 private:
  /// A change of its metadata is a change of a file.
  static void add_facts(const std::filesystem::path& meta_file, FileFacts& facts) {
    struct stat meta {};
    if (::stat(meta_file.c_str(), &meta) == 0) {
      constexpr std::int64_t kSecond = 1'000'000'000;
      facts.size += static_cast<std::uint64_t>(meta.st_size);
      facts.mtime_ns = std::max(facts.mtime_ns, meta.st_mtim.tv_sec * kSecond + meta.st_mtim.tv_nsec);
    }
  }

  void read_metadata(const std::filesystem::path& meta_file, Document& document) {
    try {
      document.beside = meta_files_.read(meta_file);
    } catch (const Unreadable& unreadable) {
      sink_.reject({path_name(meta_file.native()), {}, 0, 0, unreadable.what(), "the text was read without it"});
    }
  }

  void open(const std::string& path, FileFacts& facts, const Document& document) {
    unpack::UnpackBudget budget{options_.unpack.bytes + options_.unpack.ratio * facts.size};
    try {
      FileSource bytes(path);
      try {
        DocumentReader(emitter_, budget).read(bytes, document, DocumentReader::Position::TopLevel);
      } catch (const unpack::BudgetSpent& bomb) {
        sink_.reject({facts.path, bomb.member(), 0, 0, bomb.what(), "the rest of the file was skipped"});
      }
      if (!sink_.stopped()) {
        facts.hash = bytes.finish();
        sink_.end_file(facts);
      }
    } catch (const Unreadable& unreadable) {
      unreadable_file(facts, unreadable);
    }
  }

  void unreadable_file(const FileFacts& facts, const Unreadable& why) {
    if (facts.path == kStandardInput) {
      constexpr std::size_t kIt = 2;  // the reason's first word
      throw Failure(ExitCode::Missing, std::string(why.what()).replace(0, kIt, "standard input"),
                    "nothing was changed; give it a file or a pipe");
    }
    sink_.reject({facts.path, {}, 0, 0, why.what(), "skipped"});
  }

  const ReadOptions& options_;
  Sink& sink_;
  MetaFiles meta_files_;
  ArticleEmitter emitter_;
};

}  // namespace

void read_inputs(const ReadOptions& options, Sink& sink) {
  check_inputs_exist(options.inputs);
  const unpack::Utf8Locale locale;
  FileReader reader(options, sink);
  Walk walk(reader, options.inputs);
  for (const std::string& input : options.inputs) {
    if (sink.stopped()) {
      return;
    }
    if (input != kStandardInput && walk.skips_parts(input)) {
      continue;
    }
    sink.begin_input(as_typed(input));
    if (input == kStandardInput) {
      reader.standard_input();
    } else {
      walk.input(input);
    }
  }
  if (!sink.stopped()) {
    reader.finish();
  }
}

}  // namespace nutgraf::read
