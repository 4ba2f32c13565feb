// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace nutgraf::read::html {

/// The elements of HTML that matter here, in the order of their names; Other is any other element, Text is a run of
/// characters.
enum class Tag : std::uint8_t {
  A,
  Abbr,
  Address,
  AmpAd,
  AmpConsent,
  AmpEmbed,
  AmpSidebar,
  AmpUserNotification,
  Article,
  Aside,
  B,
  Big,
  Blockquote,
  Body,
  Br,
  Button,
  Canvas,
  Caption,
  Center,
  Cite,
  Code,
  Dd,
  Del,
  Details,
  Dialog,
  Dir,
  Div,
  Dl,
  Dt,
  Em,
  Embed,
  Fieldset,
  Figcaption,
  Figure,
  Font,
  Footer,
  Form,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  Head,
  Header,
  Hr,
  Html,
  I,
  Iframe,
  Img,
  Input,
  Ins,
  Label,
  Legend,
  Li,
  Link,
  Main,
  Mark,
  Menu,
  Meta,
  Nav,
  Noscript,
  Object,
  Ol,
  Optgroup,
  Option,
  P,
  Picture,
  Pre,
  Q,
  Rp,
  Rt,
  S,
  Script,
  Section,
  Select,
  Small,
  Span,
  Strike,
  Strong,
  Style,
  Sub,
  Summary,
  Sup,
  Svg,
  Table,
  Tbody,
  Td,
  Template,
  Textarea,
  Tfoot,
  Th,
  Thead,
  Time,
  Title,
  Tr,
  Tt,
  U,
  Ul,
  Video,
  Other,
  Text
};

/// What an element does to the text around and in it.
enum class Role : std::uint8_t { Inline, Block, Cell, Dropped };

/// `name` in lower case.
[[nodiscard]] Tag tag_of(std::string_view name);
[[nodiscard]] Role role_of(Tag tag);

[[nodiscard]] constexpr bool is_heading(Tag tag) {
  return tag >= Tag::H1 && tag <= Tag::H6;
}

/// What stands over Chinese characters and says how to read them: no text of its own.
[[nodiscard]] constexpr bool is_reading(Tag tag) {
  return tag == Tag::Rt || tag == Tag::Rp;
}

}  // namespace nutgraf::read::html
