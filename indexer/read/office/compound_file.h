// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

/// OLE compound files: documents of Office before 2007, and encrypted ones of any age.
namespace nutgraf::read::office {

[[nodiscard]] bool is_compound_file(std::string_view front);
/// Whether it is the wrapping of an encrypted document.
[[nodiscard]] bool is_encrypted_package(std::string_view bytes);

}  // namespace nutgraf::read::office
