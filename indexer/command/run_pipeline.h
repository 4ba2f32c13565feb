// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include "indexer/build/batch_sink.h"
#include "indexer/options.h"
#include "indexer/survey/options.h"

namespace nutgraf::command {

/// Runs the stages of a build or an update with a line of progress. `survey`: look at all articles before the first is
/// analysed. Throws Failure(Interrupted) after Ctrl-C.
[[nodiscard]] build::PipelineResult run_pipeline(const read::ReadOptions& reading, const IndexOptions& options,
                                                 build::BatchSink& sink,
                                                 std::optional<survey::SurveyOptions> survey = std::nullopt);

/// How a build looks at its articles; temporary files go to `scratch`.
[[nodiscard]] survey::SurveyOptions survey_options(const WritingOptions& writing, std::filesystem::path scratch);

}  // namespace nutgraf::command
