// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct _xmlTextReader;

namespace nutgraf::read::office {

/// An XML document as a stream of events. Nothing is loaded, no entity of a document type is put in, and elements are
/// nested at most 256 deep.
class XmlStream {
 public:
  enum class Event : std::uint8_t { Begin, End, Text, Finished };

  /// `xml` must outlive the stream.
  explicit XmlStream(std::string_view xml);

  /// Every Begin has its End. Throws Unreadable where the document is not well-formed.
  Event next();
  /// Of the element that begins or ends, without its prefix; valid until the next call.
  [[nodiscard]] std::string_view name() const;
  /// The URI of that element's namespace.
  [[nodiscard]] std::string_view space() const;
  [[nodiscard]] std::string_view text() const;
  /// By its name without prefix; empty where the element that begins has none.
  [[nodiscard]] std::string attribute(std::string_view name) const;
  /// Passes over the element that has just begun, to its End.
  void skip();

 private:
  std::unique_ptr<_xmlTextReader, void (*)(_xmlTextReader*)> reader_;
  bool end_is_due_ = false;  // of an element written as <x/>
};

}  // namespace nutgraf::read::office
