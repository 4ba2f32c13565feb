// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/frozen.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>
#include <utility>

#include "core/base/atomic_file.h"
#include "core/base/failure.h"
#include "indexer/survey/candidates.h"
#include "indexer/survey/shingles.h"

namespace nutgraf::survey {
namespace {

static_assert(std::endian::native == std::endian::little);

// The file: this head, then the arrays in its order, each with the number of elements that it says.
struct Head {
  std::array<char, 16> name{};
  std::uint64_t boilerplate = 0;
  std::uint64_t recurring = 0;
  std::uint64_t articles = 0;
  std::uint64_t samples = 0;
  std::uint64_t id_bytes = 0;
};
constexpr std::array<char, 16> kName = {'n', 'u', 't', 'g', 'r', 'a', 'f', ' ', 's', 'u', 'r', 'v', 'e', 'y', ' ', '2'};

template <typename Element>
std::string_view bytes_of(std::span<const Element> elements) {
  return {reinterpret_cast<const char*>(elements.data()), elements.size_bytes()};
}

template <typename Element>
std::string_view bytes_of(const Element& element) {
  return bytes_of(std::span(&element, 1));
}

std::uint32_t key_of(std::uint64_t sample) {
  constexpr unsigned kHalf = 32;
  return static_cast<std::uint32_t>(sample >> kHalf);
}

/// Takes the arrays of a file one after the other.
class Cutter {
 public:
  explicit Cutter(std::span<const unsigned char> rest) : rest_(rest) {}

  template <typename Element>
  bool take(std::uint64_t count, std::span<const Element>& elements) {
    if (count > rest_.size() / sizeof(Element)) {
      return false;
    }
    elements = {reinterpret_cast<const Element*>(rest_.data()), static_cast<std::size_t>(count)};
    rest_ = rest_.subspan(elements.size_bytes());
    return true;
  }
  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

 private:
  std::span<const unsigned char> rest_;
};

/// take(sample, article) for each sample that tells an article from others, in order of the samples.
template <typename Take>
void each_telling(const Finds& finds, Take take) {
  auto recurring = finds.recurring.begin();
  finds.samples.each_group([&](std::uint64_t sample, std::span<const std::uint64_t> group) {
    recurring = std::find_if(recurring, finds.recurring.end(), [sample](std::uint64_t key) { return key >= sample; });
    if (recurring != finds.recurring.end() && *recurring == sample) {
      return;
    }
    for (const std::uint64_t value : group) {
      const std::uint32_t article = article_of_sample(value);
      if (finds.articles[article].state == SurveyedArticle::State::Live) {
        take(sample, article);
      }
    }
  });
}

}  // namespace

void write_frozen(const std::filesystem::path& file, const Finds& finds) {
  const std::vector<std::uint64_t> boilerplate = finds.boilerplate.keys();
  Head head{kName, boilerplate.size(), finds.recurring.size(), finds.articles.size(), 0, 0};
  std::vector<std::uint32_t> counts(finds.articles.size());
  each_telling(finds, [&](std::uint64_t, std::uint32_t article) {
    ++head.samples;
    ++counts[article];
  });
  const auto is_live = [&](std::uint32_t article) {
    return finds.articles[article].state == SurveyedArticle::State::Live;
  };
  for (std::uint32_t article = 0; article < finds.articles.size(); ++article) {
    head.id_bytes += is_live(article) ? finds.id_of(article).size() : 0;
  }
  AtomicFile out(file);
  out.write(bytes_of(head));
  out.write(bytes_of(std::span(boilerplate)));
  out.write(bytes_of(finds.recurring));
  std::uint64_t id_end = 0;
  for (std::uint32_t article = 0; article < finds.articles.size(); ++article) {
    id_end += is_live(article) ? finds.id_of(article).size() : 0;
    out.write(bytes_of(Frozen::StoredArticle{id_end, finds.articles[article].day, counts[article]}));
  }
  each_telling(finds, [&](std::uint64_t sample, std::uint32_t article) {
    out.write(bytes_of(Frozen::StoredSample{key_of(sample), article}));
  });
  for (std::uint32_t article = 0; article < finds.articles.size(); ++article) {
    if (is_live(article)) {
      out.write(finds.id_of(article));
    }
  }
  out.commit(AtomicFile::Durability::Cached);
}

std::optional<Frozen> Frozen::open(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    return std::nullopt;
  }
  Frozen frozen;
  frozen.file_ = glass::FileView(file);
  Cutter cutter(frozen.file_.bytes());
  std::span<const Head> head;
  std::span<const std::uint64_t> boilerplate;
  std::span<const char> ids;
  const bool is_whole =
      cutter.take(1, head) && head[0].name == kName && cutter.take(head[0].boilerplate, boilerplate) &&
      cutter.take(head[0].recurring, frozen.recurring_) && cutter.take(head[0].articles, frozen.articles_) &&
      cutter.take(head[0].samples, frozen.samples_) && cutter.take(head[0].id_bytes, ids) && cutter.is_at_end();
  if (!is_whole) {
    throw Failure(ExitCode::Missing, fmt::format("{} is damaged, or of another version of nutgraf", file.string()),
                  "nutgraf-index rollback goes back to the generation before; build makes a new one");
  }
  frozen.ids_ = {ids.data(), ids.size()};
  frozen.boilerplate_ = Boilerplate::of(boilerplate);
  return frozen;
}

void Frozen::write_without(const std::filesystem::path& file, const std::unordered_set<std::string>& ids) const {
  const std::vector<std::uint64_t> boilerplate = boilerplate_.keys();
  Head head{kName, boilerplate.size(), recurring_.size(), articles_.size(), 0, 0};
  std::vector<StoredArticle> articles(articles_.begin(), articles_.end());
  std::string kept;
  std::vector<bool> is_gone(articles.size());
  for (std::uint32_t article = 0; article < articles.size(); ++article) {
    const std::string id = id_of(article);
    is_gone[article] = ids.contains(id);
    kept += is_gone[article] ? "" : id;
    articles[article].id_end = kept.size();
    articles[article].samples = is_gone[article] ? 0 : articles[article].samples;
  }
  std::vector<StoredSample> samples(samples_.begin(), samples_.end());
  std::erase_if(samples, [&](const StoredSample& sample) { return is_gone[sample.article]; });
  head.samples = samples.size();
  head.id_bytes = kept.size();
  AtomicFile out(file);
  out.write(bytes_of(head));
  out.write(bytes_of(std::span(std::as_const(boilerplate))));
  out.write(bytes_of(recurring_));
  out.write(bytes_of(std::span(std::as_const(articles))));
  out.write(bytes_of(std::span(std::as_const(samples))));
  out.write(kept);
  out.commit(AtomicFile::Durability::Cached);
}

std::string Frozen::id_of(std::uint32_t article) const {
  const std::uint64_t begin = article == 0 ? 0 : articles_[article - 1].id_end;
  return std::string(ids_.substr(begin, articles_[article].id_end - begin));
}

std::span<const Frozen::StoredSample> Frozen::holders(std::uint64_t sample) const {
  const auto first = std::ranges::lower_bound(samples_, key_of(sample), {}, &StoredSample::key);
  const auto last = std::ranges::upper_bound(samples_, key_of(sample), {}, &StoredSample::key);
  return {first, last};
}

std::vector<Frozen::Overlap> Frozen::overlaps(std::vector<std::uint64_t> samples) const {
  constexpr std::size_t kMostHolders = 1000;  // of a sample that tells something
  const auto all = static_cast<double>(samples.size());
  std::erase_if(samples, [this](std::uint64_t sample) { return std::ranges::binary_search(recurring_, sample); });
  const auto own = static_cast<double>(samples.size());
  if (own < kLeastOwn * all) {
    return {};
  }
  std::unordered_map<std::uint32_t, std::uint32_t> shared;
  for (const std::uint64_t sample : samples) {
    const std::span<const StoredSample> having = holders(sample);
    for (const StoredSample& holder : having.first(std::min(kMostHolders, having.size()))) {
      ++shared[holder.article];
    }
  }
  std::vector<Overlap> found;
  for (const auto& [article, count] : shared) {
    const double contained = count / std::min<double>(own, articles_[article].samples);
    if (contained >= kLeastContained) {
      found.push_back({contained, article});
    }
  }
  return found;
}

std::vector<std::string> Frozen::candidates(const Text& text, std::uint32_t window) const {
  constexpr std::size_t kMost = 16;
  std::vector<Overlap> found = overlaps(samples_of(text.words));
  for (const StoredSample& equal : holders(hash_of(text.words))) {
    found.push_back({1, equal.article});
  }
  SurveyedArticle facts;
  facts.day = text.day.value_or(facts.day);
  std::erase_if(found, [&](const Overlap& overlap) {
    SurveyedArticle other;
    other.day = articles_[overlap.article].day;
    return !are_in_window(facts, other, window);
  });
  std::ranges::sort(found, [](const Overlap& a, const Overlap& b) {
    return a.contained != b.contained ? a.contained > b.contained : a.article < b.article;
  });
  std::vector<std::string> ids;
  for (const Overlap& overlap : std::span(found).first(std::min(kMost, found.size()))) {
    std::string id = id_of(overlap.article);
    if (std::ranges::find(ids, id) == ids.end()) {
      ids.push_back(std::move(id));
    }
  }
  return ids;
}

}  // namespace nutgraf::survey
