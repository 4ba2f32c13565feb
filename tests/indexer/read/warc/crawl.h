// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <isa-l/igzip_lib.h>
#include <zstd.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Crawls, made for tests.
namespace nutgraf::test {

/// `fields` are lines that end with CRLF.
inline std::string record(std::string_view type, const std::string& fields, const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Date: 2021-05-06T07:08:09Z\r\n" + fields +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

inline std::string http(const std::string& head, const std::string& body) {
  return "HTTP/1.1 200 OK\r\n" + head + "\r\n" + body;
}

inline std::string response(const std::string& url, const std::string& block) {
  return record("response", "WARC-Target-URI: " + url + "\r\nContent-Type: application/http; msgtype=response\r\n",
                block);
}

/// A page of an article with that title.
inline std::string page(const std::string& title) {
  return "<!DOCTYPE html><html lang=en><head><title>" + title +
         "</title></head><body><article><p>The ferry company said on Monday that two more boats would run between the "
         "island and the mainland this summer.</p><p>Residents welcomed the news, but asked the council to mend the "
         "access road before the season begins.</p></article></body></html>";
}

inline const std::string kHtml = "Content-Type: text/html; charset=utf-8\r\n";

/// An answered request for an article.
inline std::string crawled(const std::string& url, const std::string& title) {
  return response(url, http(kHtml, page(title)));
}

/// `wrapper`: IGZIP_GZIP, IGZIP_ZLIB or IGZIP_DEFLATE.
inline std::string deflated(std::string bytes, std::uint16_t wrapper = IGZIP_GZIP) {
  std::string packed(bytes.size() + 4096, '\0');
  isal_zstream stream;
  isal_deflate_stateless_init(&stream);
  stream.gzip_flag = wrapper;
  stream.next_in = reinterpret_cast<std::uint8_t*>(bytes.data());
  stream.avail_in = static_cast<std::uint32_t>(bytes.size());
  stream.end_of_stream = 1;
  stream.next_out = reinterpret_cast<std::uint8_t*>(packed.data());
  stream.avail_out = static_cast<std::uint32_t>(packed.size());
  if (isal_deflate_stateless(&stream) != COMP_OK) {
    throw std::runtime_error("not deflated");
  }
  packed.resize(stream.total_out);
  return packed;
}

inline std::string zstd_frame(std::string_view bytes, std::string_view dictionary = {}) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  ZSTD_CCtx* const context = ZSTD_createCCtx();
  const std::size_t size = ZSTD_compress_usingDict(context, packed.data(), packed.size(), bytes.data(), bytes.size(),
                                                   dictionary.data(), dictionary.size(), 3);
  ZSTD_freeCCtx(context);
  packed.resize(size);
  return packed;
}

}  // namespace nutgraf::test
