// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/view/hit.h"

namespace nutgraf::test {

/// A passage in the middle of an article, everything known.
inline view::Hit full_hit() {
  view::Hit hit;
  hit.rank = 1;
  hit.score = 12.5;
  hit.id = "post/envoy.txt";
  hit.passage = 2;
  hit.passages = 7;
  hit.record.id = hit.id;
  hit.record.title = "Envoy, \"again\" & <again>";
  hit.record.date = "2023-06-19";
  hit.record.date_source = "record";
  hit.record.source = "Harbour Post";
  hit.record.url = "https://post.example/envoy?a=1&b=2";
  hit.record.authors = {"A. Writer"};
  hit.record.language = "en";
  hit.record.tags = {"asia"};
  hit.record.meta = {{"desk", "world"}};
  hit.record.origin = {"post/all.zip", "envoy.txt", 0};
  hit.text = "Café talks: the One China principle, he said.";
  hit.snippet = "the One China principle";
  hit.highlights = {{16, 19}, {20, 25}, {26, 35}};
  hit.snippet_highlights = {{4, 7}, {8, 13}, {14, 23}};
  hit.copies = {{"wire/1", "Wire", "2023-06-20"}, {"wire/2", "", ""}};
  return hit;
}

/// The first passage of an article of which nothing is known but its file.
inline view::Hit bare_hit() {
  view::Hit hit;
  hit.rank = 2;
  hit.score = 3;
  hit.id = "b";
  hit.passages = 1;
  hit.record.id = hit.id;
  hit.record.language = "und";
  hit.record.origin.path = "b.txt";
  hit.text = "=China\trose.";
  hit.snippet = hit.text;
  hit.highlights = {{1, 6}};
  hit.snippet_highlights = hit.highlights;
  return hit;
}

inline view::Answer sample_answer() {
  view::Answer answer;
  answer.query = "one china";
  answer.total = 26;
  answer.n_passages = 88;
  answer.n_articles = 26;
  answer.took_us = 1234;
  answer.hits = {full_hit(), bare_hit()};
  answer.notes = {"any word 9,412 · all words 88 · the phrase 26"};
  return answer;
}

}  // namespace nutgraf::test
