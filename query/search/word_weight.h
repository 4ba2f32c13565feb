// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "query/bind/bound_query.h"
#include "query/search/tables.h"

/// The parts of a BM25 weight as Xapian's BM25Weight reckons them, for what is weighed beside the matcher.
namespace nutgraf {

/// Of a word in `in` of `all` documents: Robertson and Sparck Jones, kept above zero as Xapian does.
[[nodiscard]] double inverse_document_frequency(double all, double in);
/// Of a word typed so many times.
[[nodiscard]] double times_weight(std::uint32_t times);
/// About how many passages hold the word: the sum over its forms, at most all.
[[nodiscard]] double count_passages(const Tables& tables, const BoundWord& word);
/// About how often it occurs: the sum over its forms. Bigrams have no frequency and count as 0.
[[nodiscard]] double count_occurrences(const Tables& tables, const BoundWord& word);
/// The share of passages that hold a form, as Xapian's matcher reckons it; forms are taken to stand independently of
/// one another.
[[nodiscard]] double share_of_passages(const Tables& tables, const Form& form);

}  // namespace nutgraf
