// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "indexer/build/batch_sink.h"
#include "indexer/options.h"
#include "indexer/survey/options.h"

namespace nutgraf::command {

/// What becomes of articles before they are analysed: each batch is settled, then all articles are looked at together.
struct Preparation {
  std::optional<survey::SurveyOptions> survey;
  std::function<void(build::Batch&)> settle;
};

/// Runs the stages of a build or an update with a line of progress. Throws Failure(Interrupted) after Ctrl-C.
[[nodiscard]] build::PipelineResult run_pipeline(const read::ReadOptions& reading, const IndexOptions& options,
                                                 build::BatchSink& sink, Preparation preparation = {});

/// How a build surveys its articles; temporary files go to `scratch`, what it finds to the folder of its generation.
struct SurveyFolders {
  std::filesystem::path scratch;
  std::filesystem::path generation;
};
[[nodiscard]] survey::SurveyOptions survey_options(const read::ReadOptions& reading, std::uint64_t memory,
                                                   const SurveyFolders& folders);

}  // namespace nutgraf::command
