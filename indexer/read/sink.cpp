// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/sink.h"

namespace nutgraf::read {

std::string_view name_of(Skip kind) {
  switch (kind) {
    case Skip::Hidden:
      return "hidden";
    case Skip::Binary:
      return "binary";
    case Skip::Empty:
      return "empty";
    case Skip::SpecialFile:
      return "special file";
    case Skip::Link:
      return "link";
    case Skip::Index:
      return "index";
    case Skip::Unknown:
      return "no reader yet";
    case Skip::NoArticle:
      return "no article";
    case Skip::PageParts:
      return "parts of a saved page";
    case Skip::Revisit:
      return "revisit";
    case Skip::HttpStatus:
      return "HTTP status";
    case Skip::OtherMedia:
      return "other media";
    case Skip::Metadata:
      return "metadata of other files";
    case Skip::OutsideItems:
      return "texts outside the articles of --split-at";
  }
  return "other";
}

}  // namespace nutgraf::read
