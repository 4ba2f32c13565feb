// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/record_stream.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <new>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/xml/entities.h"
#include "indexer/read/xml/record_builder.h"

namespace nutgraf::read::xml {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

/// Trees are walked by functions that call themselves.
constexpr std::size_t kDeepest = 250;

/// The parser's own words, without its line end.
std::string reason_of(const xmlParserCtxt& context) {
  const std::string_view message =
      context.lastError.message == nullptr ? std::string_view("it breaks off") : context.lastError.message;
  return fmt::format("no well-formed XML at line {}: {}", context.lastError.line, ascii::trimmed(message));
}

}  // namespace

class RecordStream::Parser {
 public:
  Parser(ByteSource& bytes, RecordTest is_record) : bytes_(bytes), builder_(std::move(is_record)) {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    handler.cdataBlock = on_text;
    handler.getEntity = on_entity;
    handler.entityDecl = on_declaration;
    handler.serror = on_error;
    context_ = xmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr);
    if (context_ == nullptr) {
      throw std::bad_alloc();
    }
    // Entities are put in their places, but only those of on_entity(), which are texts.
    xmlCtxtUseOptions(context_, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC |
                                    XML_PARSE_BIG_LINES | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  }
  ~Parser() {
    reset_entity();
    xmlFreeDoc(context_->myDoc);
    context_->myDoc = nullptr;
    xmlFreeParserCtxt(context_);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  Parser(Parser&&) = delete;
  Parser& operator=(Parser&&) = delete;

  std::optional<Record> next() {
    auto record = builder_.take();
    while (!record && !ended_) {
      feed();
      record = builder_.take();
    }
    if (!record && !failure_.empty()) {
      throw Unreadable(std::exchange(failure_, {}));
    }
    return record;
  }

  [[nodiscard]] std::string outer(const std::string& path) const { return builder_.outer(path); }

 private:
  void feed() {
    constexpr std::size_t kChunk = 64UL * 1024;
    chunk_.resize(kChunk);
    ended_ = true;  // if reading throws
    const std::size_t got = bytes_.read(chunk_);
    xmlParseChunk(context_, chunk_.data(), static_cast<int>(got), got == 0 ? 1 : 0);
    const bool halted = context_->instate == XML_PARSER_EOF || context_->disableSAX != 0;
    ended_ = got == 0 || halted || entities_.is_bomb();
    if (entities_.is_bomb()) {
      failure_ = "its entities expand to more than any text has";
      builder_.discard();
    } else if (ended_ && builder_.depth() > 0) {
      failure_ = builder_.depth() >= kDeepest ? fmt::format("its elements are nested more than {} deep", kDeepest)
                                              : reason_of(*context_);
    }
  }

  /// After a fault libxml2 leaves all entities out, &amp; too, unless it is told that there was none.
  void go_on() { context_->wellFormed = 1; }

  static Parser& self(void* parser) { return *static_cast<Parser*>(parser); }

  // The parameters of these functions are libxml2's.
  // NOLINTNEXTLINE(readability-function-size)
  static void on_start(void* parser, const xmlChar* local, const xmlChar* prefix, const xmlChar* space, int /*spaces*/,
                       const xmlChar** /*declared*/, int count, int /*defaulted*/, const xmlChar** values) {
    constexpr std::size_t kParts = 5;  // of an attribute: local, prefix, space, value, its end
    Element element;
    element.name = {std::string(view(local)), std::string(view(prefix)), std::string(view(space))};
    const std::span<const xmlChar*> parts(values, static_cast<std::size_t>(count) * kParts);
    for (std::size_t at = 0; at < parts.size(); at += kParts) {
      const auto* const begin = reinterpret_cast<const char*>(parts[at + 3]);
      const auto* const end = reinterpret_cast<const char*>(parts[at + 4]);
      element.attributes.push_back(
          {{std::string(view(parts[at])), std::string(view(parts[at + 1])), std::string(view(parts[at + 2]))},
           std::string(begin, end)});
    }
    Parser& me = self(parser);
    me.go_on();
    if (me.builder_.depth() == kDeepest) {
      xmlStopParser(me.context_);
      return;
    }
    me.builder_.start(std::move(element), {static_cast<std::uint64_t>(me.context_->input->line), me.tag_offset()});
  }

  /// Where the tag begins that is being read.
  [[nodiscard]] std::uint64_t tag_offset() const {
    const xmlParserInput& input = *context_->input;
    const xmlChar* at = input.cur;
    while (at > input.base && *at != '<') {
      --at;
    }
    return input.consumed + static_cast<std::uint64_t>(at - input.base);
  }

  /// libxml2 would close one element for each end tag, whatever its name, so that one `<br>` in a feed would shift all
  /// that follows.
  static void on_end(void* parser, const xmlChar* local, const xmlChar* prefix, const xmlChar* /*space*/) {
    Parser& me = self(parser);
    me.go_on();
    const std::string written = std::exchange(me.mismatched_end_, {});
    me.builder_.end(written.empty() ? qualified({std::string(view(local)), std::string(view(prefix)), {}}) : written);
  }

  static void on_text(void* parser, const xmlChar* text, int length) {
    Parser& me = self(parser);
    me.go_on();
    me.builder_.add({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  }

  /// A declaration leaves its text, as it was written, with the entity that was found of that name.
  void reset_entity() {
    xmlFree(entity_.orig);
    entity_ = {};
  }

  /// libxml2 writes the content of a predefined entity as it is; but in attributes only its first byte, and there that
  /// of a declared one. An entity that nothing declares stays in the text as it was written.
  static xmlEntity* on_entity(void* parser, const xmlChar* name) {
    Parser& me = self(parser);
    const bool in_attribute = me.context_->instate == XML_PARSER_ATTRIBUTE_VALUE;
    const auto text = me.entities_.expand(view(name));
    if (!text && in_attribute) {
      return nullptr;
    }
    me.go_on();
    me.entity_name_ = view(name);
    me.entity_text_ = text ? std::string(*text) : fmt::format("&{};", me.entity_name_);
    me.reset_entity();
    me.entity_.type = XML_ENTITY_DECL;
    me.entity_.name = reinterpret_cast<const xmlChar*>(me.entity_name_.c_str());
    me.entity_.content = reinterpret_cast<xmlChar*>(me.entity_text_.data());
    me.entity_.length = static_cast<int>(me.entity_text_.size());
    me.entity_.etype = in_attribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY;
    return &me.entity_;
  }

  // NOLINTNEXTLINE(readability-function-size)
  static void on_declaration(void* parser, const xmlChar* name, int type, const xmlChar* /*public_id*/,
                             const xmlChar* /*system_id*/, xmlChar* content) {
    if (type == XML_INTERNAL_GENERAL_ENTITY) {
      self(parser).entities_.declare(view(name), view(content));
    }
  }

  /// The name of an end tag that does not match is kept for on_end(), which follows.
  /// An ampersand that begins no reference ("AT&T") is text; libxml2 has passed it, and the letters behind it, by now.
  static void on_error(void* parser, xmlError* error) {
    Parser& me = self(parser);
    if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str2 != nullptr) {
      me.mismatched_end_ = error->str2;
      return;
    }
    const bool lone = error->code == XML_ERR_NAME_REQUIRED || error->code == XML_ERR_ENTITYREF_SEMICOL_MISSING;
    if (!lone || me.context_->instate != XML_PARSER_CONTENT) {
      return;
    }
    const xmlParserInput& input = *me.context_->input;
    const xmlChar* begin = input.cur;
    while (begin > input.base && *begin != '&' && *begin != '<') {
      --begin;
    }
    if (*begin == '&') {
      me.builder_.add({reinterpret_cast<const char*>(begin), static_cast<std::size_t>(input.cur - begin)});
    }
  }

  ByteSource& bytes_;
  RecordBuilder builder_;
  xmlParserCtxt* context_ = nullptr;
  std::string chunk_;
  Entities entities_;
  xmlEntity entity_{};
  std::string entity_name_;
  std::string entity_text_;
  std::string mismatched_end_;
  std::string failure_;
  bool ended_ = false;
};

RecordStream::RecordStream(ByteSource& bytes, RecordTest is_record)
    : parser_(std::make_unique<Parser>(bytes, std::move(is_record))) {}
RecordStream::~RecordStream() = default;

std::optional<Record> RecordStream::next() {
  return parser_->next();
}

std::string RecordStream::outer(const std::string& path) const {
  return parser_->outer(path);
}

}  // namespace nutgraf::read::xml
