// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace nutgraf {

/// Gives descriptors 0 to 2 a file where the caller closed them, so that no file opened later takes such a number and
/// is read as input or written over by a message. What stands in for them refuses to be used: a read of standard input
/// and a write to standard output still fail. To be called first in main().
void open_standard_streams();

}  // namespace nutgraf
