// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

namespace nutgraf::survey {

enum class Furniture : std::uint8_t { Cut, Kept };

struct SurveyOptions {
  std::filesystem::path scratch;       // folder, for temporary files without a name
  std::uint64_t memory = 100'000'000;  // bytes
  std::uint32_t window = 7;            // days between an article and its copies
  Furniture boilerplate = Furniture::Cut;
  std::filesystem::path frozen;  // file for the updates of the index; empty: none
  std::span<const std::uint64_t> recurring =
      {};  // samples, ascending, that are known to recur; must outlive the survey
};

}  // namespace nutgraf::survey
