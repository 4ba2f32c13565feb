// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

/// What the process that parses documents may use.
namespace nutgraf::read::sandbox {

inline constexpr std::uint64_t kMemory = 1024UL * 1024 * 1024;  // bytes, beside those of the program
inline constexpr unsigned kProcessorSeconds = 30;               // per document
inline constexpr unsigned kWallSeconds = 600;                   // per document: it waits for nothing but the processor
inline constexpr std::uint64_t kDocumentLimit = 256UL * 1024 * 1024;  // bytes of one document

/// Gives up, for this process and for good: memory beyond kMemory, files that can be written, core dumps, and, where
/// the system has seccomp, sockets and other programs.
void give_up_privileges();

/// The signal SIGXCPU ends this process when it has run for another kProcessorSeconds.
void limit_processor_time();

}  // namespace nutgraf::read::sandbox
