// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

/// Real texts for tests that must hold of any: the project's own, or those of the folder that NUTGRAF_CORPUS names,
/// whatever the format of its files.
namespace nutgraf::corpus {

inline std::vector<std::filesystem::path> files() {
  const char* const named = std::getenv("NUTGRAF_CORPUS");
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           named != nullptr ? std::filesystem::path(named) : std::filesystem::path(NUTGRAF_SOURCE_DIR "/corpus"))) {
    if (entry.is_regular_file()) {
      found.push_back(entry.path());
    }
  }
  return found;
}

/// Part of a file, from byte `at` of it.
struct Piece {
  std::string text;
  std::size_t at = 0;
};

/// Gives `see` a file in pieces, cut after so many bytes at a line's end: lines are what an analysis may be of.
template <typename See>
void read_pieces(const std::filesystem::path& file, See see) {
  constexpr std::size_t kPieceBytes = 1 << 16;
  std::ifstream in(file, std::ios::binary);
  Piece piece;
  std::string line;
  while (std::getline(in, line)) {
    piece.text += line + "\n";
    if (piece.text.size() >= kPieceBytes || in.peek() == std::ifstream::traits_type::eof()) {
      see(piece);
      piece.at += piece.text.size();
      piece.text.clear();
    }
  }
}

}  // namespace nutgraf::corpus
