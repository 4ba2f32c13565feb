// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/failure.h"
#include "core/base/nearest_name.h"
#include "core/language/names.h"
#include "core/language/nearest_language.h"
#include "core/text/lower_case.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/people.h"

namespace nutgraf::read {
namespace {

struct KnownKey {
  std::string_view key;  // as plain_key() makes it
  Field field;
  std::string_view shown;  // in messages; empty: a spelling not worth naming
  Standing standing = Standing::Own;
};

// Order within a field is rank. A date of publication, named as one, comes before a date of any kind; the dates of
// changes, of ends and of events are none.
constexpr std::array kKnownKeys = {
    KnownKey{"id", Field::Id, "id"},
    KnownKey{"docid", Field::Id, "doc_id"},
    KnownKey{"articleid", Field::Id, "article_id"},
    KnownKey{"uuid", Field::Id, "uuid"},
    KnownKey{"guid", Field::Id, "guid"},
    KnownKey{"docno", Field::Id, "docno"},
    KnownKey{"storiesid", Field::Id, ""},
    KnownKey{"title", Field::Title, "title"},
    KnownKey{"headline", Field::Title, "headline"},
    KnownKey{"heading", Field::Title, "heading"},
    KnownKey{"webtitle", Field::Title, "web_title"},
    KnownKey{"og:title", Field::Title, ""},
    KnownKey{"titlerss", Field::Title, ""},
    KnownKey{"text", Field::Text, "text"},
    KnownKey{"plaintext", Field::Text, "plaintext"},
    KnownKey{"plaincontent", Field::Text, ""},
    KnownKey{"body", Field::Text, "body"},
    KnownKey{"content", Field::Text, "content"},
    KnownKey{"contents", Field::Text, "contents"},
    KnownKey{"articlebody", Field::Text, "articleBody"},
    KnownKey{"articletext", Field::Text, "article_text"},
    KnownKey{"article", Field::Text, "article"},
    KnownKey{"maintext", Field::Text, "maintext"},
    KnownKey{"fulltext", Field::Text, "full_text"},
    KnownKey{"bodytext", Field::Text, "body_text"},
    KnownKey{"textcontent", Field::Text, "text_content"},
    KnownKey{"contenttext", Field::Text, "content_text"},
    KnownKey{"contenthtml", Field::Text, "content_html"},
    KnownKey{"cleanedtext", Field::Text, "cleaned_text"},
    KnownKey{"rawtext", Field::Text, "raw_text"},
    KnownKey{"story", Field::Text, "story"},
    KnownKey{"selftext", Field::Text, "selftext"},
    KnownKey{"html", Field::Text, "html"},
    KnownKey{"bodyhtml", Field::Text, "body_html"},
    KnownKey{"articlehtml", Field::Text, ""},
    KnownKey{"rawhtml", Field::Text, "raw_html"},
    KnownKey{"storytext", Field::Text, "story_text"},
    KnownKey{"paragraphs", Field::Text, "paragraphs"},
    KnownKey{"document", Field::Text, "document"},
    KnownKey{"rawcontent", Field::Text, ""},
    KnownKey{"textoriginal", Field::Text, ""},
    KnownKey{"textdisplay", Field::Text, ""},
    KnownKey{"tweet", Field::Text, "tweet"},
    KnownKey{"segment", Field::Text, ""},
    KnownKey{"passage", Field::Text, ""},
    KnownKey{"publishingdate", Field::Date, "publishing_date"},
    KnownKey{"publishedat", Field::Date, "published_at"},
    KnownKey{"datepublished", Field::Date, "date_published"},
    KnownKey{"datetimepub", Field::Date, "date_time_pub"},
    KnownKey{"pubdate", Field::Date, "pub_date"},
    KnownKey{"publishdate", Field::Date, "publish_date"},
    KnownKey{"publisheddate", Field::Date, "published_date"},
    KnownKey{"publicationdate", Field::Date, "publication_date"},
    KnownKey{"datepublish", Field::Date, "date_publish"},
    KnownKey{"firstpublished", Field::Date, "first_published"},
    KnownKey{"firstpublishedat", Field::Date, "first_published_at"},
    KnownKey{"firstpublicationdate", Field::Date, "first_publication_date"},
    KnownKey{"published", Field::Date, "published"},
    KnownKey{"publishedon", Field::Date, "published_on"},
    KnownKey{"publishtime", Field::Date, "publish_time"},
    KnownKey{"publishedtime", Field::Date, "published_time"},
    KnownKey{"publicationtime", Field::Date, ""},
    KnownKey{"article:publishedtime", Field::Date, "article:published_time"},
    KnownKey{"webpublicationdate", Field::Date, "web_publication_date"},
    KnownKey{"og:publishedtime", Field::Date, ""},
    KnownKey{"timepublished", Field::Date, ""},
    KnownKey{"pubtime", Field::Date, ""},
    KnownKey{"publishedutc", Field::Date, ""},
    KnownKey{"postedat", Field::Date, "posted_at"},
    KnownKey{"postedon", Field::Date, "posted_on"},
    KnownKey{"issued", Field::Date, "issued"},
    KnownKey{"date", Field::Date, "date"},
    KnownKey{"articledate", Field::Date, "article_date"},
    KnownKey{"dc:date", Field::Date, ""},
    KnownKey{"dc.date", Field::Date, ""},
    KnownKey{"issuedate", Field::Date, ""},
    KnownKey{"releasedate", Field::Date, ""},
    KnownKey{"displaydate", Field::Date, ""},
    KnownKey{"postdate", Field::Date, ""},
    KnownKey{"createdutc", Field::Date, "created_utc"},
    KnownKey{"createdtime", Field::Date, ""},
    KnownKey{"newsdate", Field::Date, ""},
    KnownKey{"datetime", Field::Date, "datetime"},
    KnownKey{"createdat", Field::Date, "created_at"},
    KnownKey{"datecreated", Field::Date, "date_created"},
    KnownKey{"created", Field::Date, "created"},
    KnownKey{"firstcreated", Field::Date, ""},
    KnownKey{"versioncreated", Field::Date, ""},
    KnownKey{"dategmt", Field::Date, "date_gmt"},
    KnownKey{"timestamp", Field::Date, "timestamp"},
    KnownKey{"ts", Field::Date, ""},
    KnownKey{"postcreated", Field::Date, ""},
    KnownKey{"source", Field::Source, "source"},
    KnownKey{"publisher", Field::Source, "publisher"},
    KnownKey{"outlet", Field::Source, "outlet"},
    KnownKey{"sitename", Field::Source, "site_name"},
    KnownKey{"og:sitename", Field::Source, ""},
    KnownKey{"site", Field::Source, "site"},
    KnownKey{"newspaper", Field::Source, "newspaper"},
    KnownKey{"publication", Field::Source, "publication"},
    KnownKey{"medianame", Field::Source, "media_name"},
    KnownKey{"sourcename", Field::Source, ""},
    KnownKey{"subreddit", Field::Source, "subreddit"},
    KnownKey{"sourcedomain", Field::Source, "source_domain"},
    KnownKey{"sourcehostname", Field::Source, ""},
    KnownKey{"hostname", Field::Source, "hostname"},
    KnownKey{"domain", Field::Source, "domain"},
    KnownKey{"cleanurl", Field::Source, "clean_url"},
    KnownKey{"channeltitle", Field::Source, ""},
    KnownKey{"pagename", Field::Source, ""},
    KnownKey{"url", Field::Url, "url"},
    KnownKey{"link", Field::Url, "link"},
    KnownKey{"canonicalurl", Field::Url, "canonical_url"},
    KnownKey{"permalink", Field::Url, "permalink"},
    KnownKey{"href", Field::Url, "href"},
    KnownKey{"articleurl", Field::Url, ""},
    KnownKey{"weburl", Field::Url, "web_url"},
    KnownKey{"finalurl", Field::Url, "final_url"},
    KnownKey{"shorturl", Field::Url, ""},
    KnownKey{"og:url", Field::Url, ""},
    KnownKey{"uri", Field::Url, ""},
    KnownKey{"lang", Field::Language, "lang"},
    KnownKey{"language", Field::Language, "language"},
    KnownKey{"inlanguage", Field::Language, "in_language"},
    KnownKey{"langcode", Field::Language, ""},
    KnownKey{"metalang", Field::Language, "meta_lang"},
    KnownKey{"langs", Field::Language, "langs"},
    KnownKey{"authors", Field::Authors, "authors"},
    KnownKey{"author", Field::Authors, "author"},
    KnownKey{"byline", Field::Authors, "byline"},
    KnownKey{"creator", Field::Authors, "creator"},
    KnownKey{"authorname", Field::Authors, ""},
    KnownKey{"username", Field::Authors, ""},
    KnownKey{"section", Field::Section, "section"},
    KnownKey{"sectionname", Field::Section, "section_name"},
    KnownKey{"articlesection", Field::Section, "article_section"},
    KnownKey{"category", Field::Section, "category"},
    KnownKey{"maincategory", Field::Section, ""},
    KnownKey{"tags", Field::Tags, "tags"},
    KnownKey{"keywords", Field::Tags, "keywords"},
    KnownKey{"topics", Field::Tags, "topics"},
    KnownKey{"hashtags", Field::Tags, ""},
    KnownKey{"leadparagraph", Field::Text, "lead_paragraph", Standing::StandIn},
    KnownKey{"description", Field::Text, "description", Standing::StandIn},
    KnownKey{"summary", Field::Text, "summary", Standing::StandIn},
    KnownKey{"abstract", Field::Text, "abstract", Standing::StandIn},
    KnownKey{"shortdescription", Field::Text, "short_description", Standing::StandIn},
    KnownKey{"excerpt", Field::Text, "excerpt", Standing::StandIn},
    KnownKey{"snippet", Field::Text, "snippet", Standing::StandIn},
    KnownKey{"trailtext", Field::Text, "trail_text", Standing::StandIn},
    KnownKey{"seendate", Field::Date, "seen_date", Standing::StandIn},
    KnownKey{"crawldate", Field::Date, "crawl_date", Standing::StandIn},
    KnownKey{"crawled", Field::Date, "crawled", Standing::StandIn},
    KnownKey{"crawledat", Field::Date, "crawled_at", Standing::StandIn},
    KnownKey{"datecrawled", Field::Date, "date_crawled", Standing::StandIn},
    KnownKey{"datedownload", Field::Date, "date_download", Standing::StandIn},
    KnownKey{"downloaddate", Field::Date, "download_date", Standing::StandIn},
    KnownKey{"downloadedat", Field::Date, "downloaded_at", Standing::StandIn},
    KnownKey{"fetchedat", Field::Date, "fetched_at", Standing::StandIn},
    KnownKey{"retrievedat", Field::Date, "retrieved_at", Standing::StandIn},
    KnownKey{"dateretrieved", Field::Date, "date_retrieved", Standing::StandIn},
    KnownKey{"scrapedat", Field::Date, "scraped_at", Standing::StandIn},
    KnownKey{"scrapeddate", Field::Date, "scraped_date", Standing::StandIn},
    KnownKey{"datescraped", Field::Date, "date_scraped", Standing::StandIn},
    KnownKey{"dateextracted", Field::Date, "date_extracted", Standing::StandIn},
    KnownKey{"collectionutc", Field::Date, "", Standing::StandIn},
    KnownKey{"warcdate", Field::Date, "warc_date", Standing::StandIn},
    KnownKey{"indexedat", Field::Date, "indexed_at", Standing::StandIn},
};

// The usual names in other languages, separated by blanks: they come after the others.
struct TranslatedKeys {
  Field field;
  std::string_view keys;  // as plain_key() makes them
};
constexpr auto kTranslatedKeys = std::to_array<TranslatedKeys>({
    {Field::Title,
     "titel titre título titulo titolo schlagzeile titular заголовок название назва tytuł tytul başlık baslik "
     "otsikko overskrift nadpis titlu judul τίτλος כותרת العنوان عنوان 标题 標題 タイトル 見出し 제목 शीर्षक শিরোনাম"},
    {Field::Text,
     "texte texto testo isi volltext inhalt contenu contenido conteúdo conteudo contenuto текст tekst treść tresc "
     "içerik metin inhoud innehåll szöveg conținut κείμενο תוכן النص المحتوى متن 正文 内容 內容 本文 본문 "
     "내용"},
    {Field::Date,
     "datum fecha tanggal дата датапубликации датапублікації tarih datapublikacji datadepublicação datadepublicacao "
     "datadipubblicazione fechadepublicación fechadepublicacion datedepublication päivämäärä dátum ημερομηνία "
     "תאריך التاريخ تاريخالنشر تاریخ 日期 发布时间 发布日期 發布時間 發布日期 日付 公開日 掲載日 配信日 날짜 "
     "게시일 입력일 발행일 วันที่ दिनांक তারিখ"},
    {Field::Source,
     "quelle fuente fonte sumber источник джерело źródło zrodlo kaynak bron källa kilde lähde zdroj forrás sursa "
     "πηγή מקור المصدر منبع 来源 來源 出典 출처 언론사"},
    {Field::Url, "ссылка 链接 連結 网址 網址 링크 الرابط"},
    {Field::Language, "sprache langue idioma lingua язык мова język 语言 語言 言語 언어 اللغة"},
    {Field::Authors,
     "autor autoren penulis auteur auteurs autores autore autori автор авторы автори autorzy yazar författare "
     "forfatter kirjoittaja szerző συγγραφέας כותב الكاتب نویسنده 作者 记者 記者 著者 筆者 기자 작성자"},
    {Field::Section,
     "ressort rubrique kategori sección seccion seção sezione рубрика раздел 栏目 欄目 分类 分類 カテゴリ カテゴリー "
     "섹션 카테고리 القسم"},
    {Field::Tags, "schlagworte etiquetas теги ключевыеслова 标签 標籤 关键词 關鍵詞 タグ 태그 키워드"},
});

constexpr std::array<std::pair<std::string_view, Field>, 13> kFieldNames = {{
    {"id", Field::Id},
    {"title", Field::Title},
    {"text", Field::Text},
    {"date", Field::Date},
    {"source", Field::Source},
    {"url", Field::Url},
    {"lang", Field::Language},
    {"authors", Field::Authors},
    {"section", Field::Section},
    {"tags", Field::Tags},
    // Other spellings, understood but not offered.
    {"language", Field::Language},
    {"author", Field::Authors},
    {"tag", Field::Tags},
}};
constexpr std::string_view kFieldList = "id, title, text, date, source, url, lang, authors, section, tags, meta.NAME";
constexpr std::string_view kMeta = "meta.";
constexpr std::string_view kNoKey = "none";  // --map id=none: no key of a record fills the field

Target find_target(std::string_view option, const std::string& name) {
  if (name.starts_with(kMeta) && name.size() > kMeta.size()) {
    return {std::nullopt, name.substr(kMeta.size())};
  }
  const std::string lowered = ascii::lowered(name);
  const auto* const found =
      std::find_if(kFieldNames.begin(), kFieldNames.end(), [&](const auto& pair) { return pair.first == lowered; });
  if (found == kFieldNames.end()) {
    throw Failure(ExitCode::Usage, fmt::format("{}: there is no field '{}'", option, name),
                  fmt::format("fields: {}", kFieldList));
  }
  return {found->second, {}};
}

std::vector<std::string> cut_at_stops(std::string_view key) {
  std::vector<std::string> path;
  while (true) {
    const std::size_t stop = key.find('.');
    std::string_view step = key.substr(0, stop);
    if (step.ends_with("[]")) {
      step.remove_suffix(2);
    }
    path.emplace_back(step);
    if (stop == std::string_view::npos) {
      return path;
    }
    key.remove_prefix(stop + 1);
  }
}

/// Throws Failure(Usage) on a value that the field cannot take.
void check_set(const KeyPlan::Set& set, const std::string& field) {
  if (set.target.field == Field::Id || set.target.field == Field::Text) {
    throw Failure(ExitCode::Usage, fmt::format("--set: '{}' cannot be the same for all articles", field),
                  fmt::format("fields: {}", kFieldList));
  }
  if (set.target.field == Field::Date && !dates::parse_date(set.value)) {
    throw Failure(ExitCode::Usage, fmt::format("--set {}: '{}' is not a date", field, set.value),
                  "write a day or a month, such as --set date=2023-06-19");
  }
}

/// The code of a language, from a code with or without a country or from a name. Throws Failure(Usage).
std::string set_language(const KeyPlan::Set& set, const std::string& field) {
  const std::string_view name = std::string_view(set.value).substr(0, set.value.find_first_of("-_"));
  std::string code = language::find_language(ascii::trimmed(name));
  if (code.empty()) {
    const std::string before = fmt::format("--set {}{}", field, set.reach == KeyPlan::Reach::All ? ":=" : "=");
    throw Failure(ExitCode::Usage, fmt::format("{}{}: there is no such language", before, set.value),
                  did_you_mean(before, language::nearest_language(set.value)) +
                      "write a code or a name, such as --set lang=en or --set lang=German");
  }
  return code;
}

KeyPlan::Set read_set(std::string field, const std::string& value) {
  const bool all = field.ends_with(':');
  if (all) {
    field.pop_back();
  }
  KeyPlan::Set set{find_target("--set", field), value, all ? KeyPlan::Reach::All : KeyPlan::Reach::Lacking};
  check_set(set, field);
  if (set.target.field == Field::Language) {
    set.value = set_language(set, field);
  }
  return set;
}

// Ranks of keys in other languages, and of what stands for a field that a record lacks.
constexpr int kTranslatedRank = 500;
constexpr int kStandInRank = 1'000;
static_assert(kKnownKeys.size() < kTranslatedRank);

std::optional<AutomaticKey> translated_key(std::string_view plain) {
  int rank = kTranslatedRank;
  for (const TranslatedKeys& row : kTranslatedKeys) {
    for (std::string_view rest = row.keys; !rest.empty(); ++rank) {
      const std::string_view key = rest.substr(0, rest.find(' '));
      if (key == plain) {
        return AutomaticKey{row.field, rank, Standing::Own};
      }
      rest.remove_prefix(std::min(key.size() + 1, rest.size()));
    }
  }
  return std::nullopt;
}

}  // namespace

std::string plain_key(std::string_view key) {
  std::string plain = lower_case(key);
  std::erase_if(plain, [](char c) { return c == '_' || c == '-' || c == ' '; });
  // Unseen in headers of spreadsheets: hard blanks, blanks without width, byte-order marks.
  for (const std::string_view unseen : {"\u00A0", "\u200B", "\uFEFF"}) {
    for (std::size_t at = plain.find(unseen); at != std::string::npos; at = plain.find(unseen, at)) {
      plain.erase(at, unseen.size());
    }
  }
  return plain;
}

std::optional<AutomaticKey> automatic_key(std::string_view key) {
  constexpr std::size_t kLongest = 40;
  if (key.size() > kLongest) {
    return std::nullopt;
  }
  const std::string plain = plain_key(key);
  const auto* const found =
      std::find_if(kKnownKeys.begin(), kKnownKeys.end(), [&](const KnownKey& known) { return known.key == plain; });
  if (found == kKnownKeys.end()) {
    return translated_key(plain);
  }
  const int rank = static_cast<int>(found - kKnownKeys.begin());
  return AutomaticKey{found->field, found->standing == Standing::Own ? rank : kStandInRank + rank, found->standing};
}

std::optional<AutomaticKey> automatic_key(std::string_view key, std::string_view value) {
  if (plain_key(key) == "data" && dates::parse_date(value)) {
    return AutomaticKey{Field::Date, kStandInRank - 1, Standing::Own};
  }
  return automatic_key(key);
}

std::string automatic_keys(Field field) {
  std::string names;
  for (const KnownKey& known : kKnownKeys) {
    if (known.field == field && !known.shown.empty()) {
      names.append(names.empty() ? "" : ", ").append(known.shown);
    }
  }
  return names;
}

KeyPlan::KeyPlan(const ReadOptions& options)
    : language(language_code(options.language)), references(options.repair ? References::Decode : References::Keep) {
  for (const auto& [field, key] : options.map) {
    const Target target = find_target("--map", field);
    const bool none = target.field && key == kNoKey;
    map.push_back(none ? Mapped{target, {}, {{}}} : Mapped{target, key, cut_at_stops(key)});
  }
  for (const auto& [field, value] : options.set) {
    set.push_back(read_set(field, value));
  }
}

bool KeyPlan::is_mapped(Field field) const {
  return std::any_of(map.begin(), map.end(), [&](const Mapped& mapped) { return mapped.target.field == field; });
}

const std::string* KeyPlan::set_value(Field field, Reach reach) const {
  const auto found =
      std::ranges::find_if(set, [&](const Set& one) { return one.target.field == field && one.reach == reach; });
  return found == set.end() ? nullptr : &found->value;
}

}  // namespace nutgraf::read
