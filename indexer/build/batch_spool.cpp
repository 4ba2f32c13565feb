// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/batch_spool.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/varint.h"
#include "core/index/record.h"

namespace nutgraf::build {
namespace {

void put_text(std::string& out, std::string_view text) {
  put_varint(out, text.size());
  out += text;
}

std::string_view get_text(const char*& at) {
  const std::size_t size = get_varint(at);
  const std::string_view text(at, size);
  at += size;
  return text;
}

void put_texts(std::string& out, const std::vector<std::string>& texts) {
  put_varint(out, texts.size());
  for (const std::string& text : texts) {
    put_text(out, text);
  }
}

std::vector<std::string> get_texts(const char*& at) {
  std::vector<std::string> texts(get_varint(at));
  for (std::string& text : texts) {
    text = get_text(at);
  }
  return texts;
}

void put_item(std::string& out, const Item& item) {
  put_text(out, encode_passage_data(item.article.record, 0, item.article.text));
  put_varint(out, item.first_ordinal);
  put_texts(out, item.article.broken_words);
  put_texts(out, item.passages);
  put_varint(out, item.pages.size());
  for (const std::uint32_t page : item.pages) {
    put_varint(out, page);
  }
}

Item get_item(const char*& at) {
  Item item;
  PassageData data = decode_passage_data(get_text(at));
  item.article.record = std::move(data.record);
  item.article.text = data.text;
  item.first_ordinal = static_cast<std::uint32_t>(get_varint(at));
  item.article.broken_words = get_texts(at);
  item.passages = get_texts(at);
  item.pages.resize(get_varint(at));
  for (std::uint32_t& page : item.pages) {
    page = static_cast<std::uint32_t>(get_varint(at));
  }
  return item;
}

}  // namespace

void BatchSpool::append(const Batch& batch) {
  Stored stored{batch.first_article, batch.bytes, {}, {}, {}};
  std::string bytes;
  for (const Item& item : batch.items) {
    stored.entries.push_back(item.entry);
    stored.begins.push_back(static_cast<std::uint32_t>(bytes.size()));
    put_item(bytes, item);
  }
  stored.section = file_.append(bytes);
  const std::lock_guard lock(mutex_);
  batches_.resize(std::max(batches_.size(), batch.number + 1));
  batches_[batch.number] = std::move(stored);
}

Batch BatchSpool::read(std::size_t number) const {
  const Stored& stored = batches_[number];
  std::string bytes(stored.section.size, '\0');
  file_.read(stored.section.begin, bytes.data(), bytes.size());
  Batch batch;
  batch.number = number;
  batch.first_article = stored.first_article;
  batch.bytes = stored.bytes;
  const char* at = bytes.data();
  for (Entry* entry : stored.entries) {
    batch.items.push_back(get_item(at));
    batch.items.back().entry = entry;
    batch.items.back().article.id_source = entry->facts.id_source;
  }
  return batch;
}

const BatchSpool::Stored& BatchSpool::batch_of(std::uint32_t article) const {
  const auto after = std::ranges::upper_bound(batches_, article, {}, &Stored::first_article);
  return *(after - 1);
}

const Entry& BatchSpool::entry(std::uint32_t article) const {
  const Stored& stored = batch_of(article);
  return *stored.entries[article - stored.first_article];
}

std::string BatchSpool::text(std::uint32_t article) const {
  const Stored& stored = batch_of(article);
  const std::size_t item = article - stored.first_article;
  const std::size_t begin = stored.begins[item];
  const std::size_t end = item + 1 < stored.begins.size() ? stored.begins[item + 1] : stored.section.size;
  std::string bytes(end - begin, '\0');
  file_.read(stored.section.begin + begin, bytes.data(), bytes.size());
  const char* at = bytes.data();
  return get_item(at).article.text;
}

}  // namespace nutgraf::build
