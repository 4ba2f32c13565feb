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
  std::ranges::for_each(texts, [&out](const std::string& text) { put_text(out, text); });
}

std::vector<std::string> get_texts(const char*& at) {
  std::vector<std::string> texts(get_varint(at));
  std::ranges::for_each(texts, [&at](std::string& text) { text = get_text(at); });
  return texts;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

void put_pairs(std::string& out, const Pairs& pairs) {
  put_varint(out, pairs.size());
  for (const auto& [first, second] : pairs) {
    put_text(out, first);
    put_text(out, second);
  }
}

Pairs get_pairs(const char*& at) {
  Pairs pairs(get_varint(at));
  for (auto& [first, second] : pairs) {
    first = get_text(at);
    second = get_text(at);
  }
  return pairs;
}

// All members are named, so that none that is added to a record is forgotten here. The title is with the texts.
void put_record(std::string& out, const ArticleRecord& record) {
  const auto& [id, title, date, time, date_source, source, url, authors, language, section, tags, meta, origin, copy_of,
               cuts] = record;
  for (const std::string* text :
       {&id, &date, &time, &date_source, &source, &url, &language, &section, &copy_of, &origin.path, &origin.member}) {
    put_text(out, *text);
  }
  put_varint(out, origin.offset);
  put_varint(out, origin.page);
  put_texts(out, authors);
  put_texts(out, tags);
  put_pairs(out, meta);
  put_pairs(out, cuts);
}

void get_record(const char*& at, ArticleRecord& record) {
  auto& [id, title, date, time, date_source, source, url, authors, language, section, tags, meta, origin, copy_of,
         cuts] = record;
  for (std::string* text :
       {&id, &date, &time, &date_source, &source, &url, &language, &section, &copy_of, &origin.path, &origin.member}) {
    *text = get_text(at);
  }
  origin.offset = get_varint(at);
  origin.page = static_cast<std::uint32_t>(get_varint(at));
  authors = get_texts(at);
  tags = get_texts(at);
  meta = get_pairs(at);
  cuts = get_pairs(at);
}

/// All texts first: they are asked for alone.
void put_item(std::string& out, const Item& item) {
  put_text(out, item.article.text);
  put_text(out, item.article.record.title);
  put_texts(out, item.passages);
  put_record(out, item.article.record);
  put_varint(out, item.first_ordinal);
  put_texts(out, item.article.broken_words);
  put_varint(out, item.pages.size());
  std::ranges::for_each(item.pages, [&out](std::uint32_t page) { put_varint(out, page); });
}

Item get_item(const char*& at) {
  Item item;
  item.article.text = get_text(at);
  const std::string_view title = get_text(at);
  item.passages = get_texts(at);
  get_record(at, item.article.record);
  item.article.record.title = title;
  item.first_ordinal = static_cast<std::uint32_t>(get_varint(at));
  item.article.broken_words = get_texts(at);
  item.pages.resize(get_varint(at));
  std::ranges::for_each(item.pages, [&at](std::uint32_t& page) { page = static_cast<std::uint32_t>(get_varint(at)); });
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

std::string BatchSpool::bytes_of(const Stored& stored) const {
  std::string bytes(stored.section.size, '\0');
  file_.read(stored.section.begin, bytes.data(), bytes.size());
  return bytes;
}

void BatchSpool::each_text(std::size_t number, const TakeText& take) const {
  const Stored& stored = batches_[number];
  const std::string bytes = bytes_of(stored);
  for (std::size_t item = 0; item < stored.entries.size(); ++item) {
    const Entry& entry = *stored.entries[item];
    const char* at = bytes.data() + stored.begins[item];
    const std::string_view text = get_text(at);
    take(entry, get_text(at));
    take(entry, text);
    for (std::uint64_t left = text.empty() ? get_varint(at) : 0; left > 0; --left) {
      take(entry, get_text(at));
    }
  }
}

Batch BatchSpool::read(std::size_t number) const {
  const Stored& stored = batches_[number];
  const std::string bytes = bytes_of(stored);
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
  return std::string(get_text(at));
}

}  // namespace nutgraf::build
