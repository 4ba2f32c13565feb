// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>

/// What becomes of a mapped file that is cut short by somebody else, or whose disk fails: the system sends SIGBUS to
/// whoever touches a page that is gone. Here such a page is replaced by zeros, and the reader asks afterwards.
namespace nutgraf::glass {

/// From now on. Only a few dozen mappings are watched at a time; in others SIGBUS ends the process as usual.
void watch_pages(std::span<const unsigned char> mapped);
/// Before the bytes are unmapped.
void unwatch_pages(std::span<const unsigned char> mapped);

/// Throws CorruptionError if a page of a watched file was gone when it was read, since the process began.
void require_no_lost_pages();

}  // namespace nutgraf::glass
