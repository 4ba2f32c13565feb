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
    KnownKey{"dategmt", Field::Date, "date_gmt"},
    KnownKey{"timestamp", Field::Date, "timestamp"},
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
    KnownKey{"section", Field::Section, "section"},
    KnownKey{"sectionname", Field::Section, "section_name"},
    KnownKey{"articlesection", Field::Section, "article_section"},
    KnownKey{"category", Field::Section, "category"},
    KnownKey{"tags", Field::Tags, "tags"},
    KnownKey{"keywords", Field::Tags, "keywords"},
    KnownKey{"topics", Field::Tags, "topics"},
    // Columns of tables in other languages.
    KnownKey{"titel", Field::Title, ""},
    KnownKey{"titre", Field::Title, ""},
    KnownKey{"título", Field::Title, ""},
    KnownKey{"titulo", Field::Title, ""},
    KnownKey{"titolo", Field::Title, ""},
    KnownKey{"schlagzeile", Field::Title, ""},
    KnownKey{"titular", Field::Title, ""},
    KnownKey{"texte", Field::Text, ""},
    KnownKey{"texto", Field::Text, ""},
    KnownKey{"testo", Field::Text, ""},
    KnownKey{"volltext", Field::Text, ""},
    KnownKey{"inhalt", Field::Text, ""},
    KnownKey{"contenu", Field::Text, ""},
    KnownKey{"contenido", Field::Text, ""},
    KnownKey{"conteúdo", Field::Text, ""},
    KnownKey{"conteudo", Field::Text, ""},
    KnownKey{"contenuto", Field::Text, ""},
    KnownKey{"datum", Field::Date, ""},
    KnownKey{"fecha", Field::Date, ""},
    KnownKey{"quelle", Field::Source, ""},
    KnownKey{"fuente", Field::Source, ""},
    KnownKey{"fonte", Field::Source, ""},
    KnownKey{"sprache", Field::Language, ""},
    KnownKey{"langue", Field::Language, ""},
    KnownKey{"idioma", Field::Language, ""},
    KnownKey{"lingua", Field::Language, ""},
    KnownKey{"autor", Field::Authors, ""},
    KnownKey{"autoren", Field::Authors, ""},
    KnownKey{"auteur", Field::Authors, ""},
    KnownKey{"auteurs", Field::Authors, ""},
    KnownKey{"autores", Field::Authors, ""},
    KnownKey{"autore", Field::Authors, ""},
    KnownKey{"autori", Field::Authors, ""},
    KnownKey{"ressort", Field::Section, ""},
    KnownKey{"rubrique", Field::Section, ""},
    KnownKey{"sección", Field::Section, ""},
    KnownKey{"seccion", Field::Section, ""},
    KnownKey{"seção", Field::Section, ""},
    KnownKey{"sezione", Field::Section, ""},
    KnownKey{"schlagworte", Field::Tags, ""},
    KnownKey{"etiquetas", Field::Tags, ""},
    KnownKey{"заголовок", Field::Title, ""},
    KnownKey{"название", Field::Title, ""},
    KnownKey{"назва", Field::Title, ""},
    KnownKey{"tytuł", Field::Title, ""},
    KnownKey{"tytul", Field::Title, ""},
    KnownKey{"başlık", Field::Title, ""},
    KnownKey{"baslik", Field::Title, ""},
    KnownKey{"otsikko", Field::Title, ""},
    KnownKey{"overskrift", Field::Title, ""},
    KnownKey{"nadpis", Field::Title, ""},
    KnownKey{"titlu", Field::Title, ""},
    KnownKey{"τίτλος", Field::Title, ""},
    KnownKey{"כותרת", Field::Title, ""},
    KnownKey{"العنوان", Field::Title, ""},
    KnownKey{"عنوان", Field::Title, ""},
    KnownKey{"标题", Field::Title, ""},
    KnownKey{"標題", Field::Title, ""},
    KnownKey{"タイトル", Field::Title, ""},
    KnownKey{"見出し", Field::Title, ""},
    KnownKey{"제목", Field::Title, ""},
    KnownKey{"शीर्षक", Field::Title, ""},
    KnownKey{"শিরোনাম", Field::Title, ""},
    KnownKey{"текст", Field::Text, ""},
    KnownKey{"tekst", Field::Text, ""},
    KnownKey{"treść", Field::Text, ""},
    KnownKey{"tresc", Field::Text, ""},
    KnownKey{"içerik", Field::Text, ""},
    KnownKey{"metin", Field::Text, ""},
    KnownKey{"inhoud", Field::Text, ""},
    KnownKey{"innehåll", Field::Text, ""},
    KnownKey{"szöveg", Field::Text, ""},
    KnownKey{"conținut", Field::Text, ""},
    KnownKey{"κείμενο", Field::Text, ""},
    KnownKey{"תוכן", Field::Text, ""},
    KnownKey{"النص", Field::Text, ""},
    KnownKey{"المحتوى", Field::Text, ""},
    KnownKey{"متن", Field::Text, ""},
    KnownKey{"正文", Field::Text, ""},
    KnownKey{"内容", Field::Text, ""},
    KnownKey{"內容", Field::Text, ""},
    KnownKey{"本文", Field::Text, ""},
    KnownKey{"본문", Field::Text, ""},
    KnownKey{"내용", Field::Text, ""},
    KnownKey{"дата", Field::Date, ""},
    KnownKey{"датапубликации", Field::Date, ""},
    KnownKey{"датапублікації", Field::Date, ""},
    KnownKey{"tarih", Field::Date, ""},
    KnownKey{"datapublikacji", Field::Date, ""},
    KnownKey{"datadepublicação", Field::Date, ""},
    KnownKey{"datadepublicacao", Field::Date, ""},
    KnownKey{"datadipubblicazione", Field::Date, ""},
    KnownKey{"fechadepublicación", Field::Date, ""},
    KnownKey{"fechadepublicacion", Field::Date, ""},
    KnownKey{"datedepublication", Field::Date, ""},
    KnownKey{"päivämäärä", Field::Date, ""},
    KnownKey{"dátum", Field::Date, ""},
    KnownKey{"ημερομηνία", Field::Date, ""},
    KnownKey{"תאריך", Field::Date, ""},
    KnownKey{"التاريخ", Field::Date, ""},
    KnownKey{"تاريخالنشر", Field::Date, ""},
    KnownKey{"تاریخ", Field::Date, ""},
    KnownKey{"日期", Field::Date, ""},
    KnownKey{"发布时间", Field::Date, ""},
    KnownKey{"发布日期", Field::Date, ""},
    KnownKey{"發布時間", Field::Date, ""},
    KnownKey{"發布日期", Field::Date, ""},
    KnownKey{"日付", Field::Date, ""},
    KnownKey{"公開日", Field::Date, ""},
    KnownKey{"掲載日", Field::Date, ""},
    KnownKey{"配信日", Field::Date, ""},
    KnownKey{"날짜", Field::Date, ""},
    KnownKey{"게시일", Field::Date, ""},
    KnownKey{"입력일", Field::Date, ""},
    KnownKey{"발행일", Field::Date, ""},
    KnownKey{"วันที่", Field::Date, ""},
    KnownKey{"दिनांक", Field::Date, ""},
    KnownKey{"তারিখ", Field::Date, ""},
    KnownKey{"источник", Field::Source, ""},
    KnownKey{"джерело", Field::Source, ""},
    KnownKey{"źródło", Field::Source, ""},
    KnownKey{"zrodlo", Field::Source, ""},
    KnownKey{"kaynak", Field::Source, ""},
    KnownKey{"bron", Field::Source, ""},
    KnownKey{"källa", Field::Source, ""},
    KnownKey{"kilde", Field::Source, ""},
    KnownKey{"lähde", Field::Source, ""},
    KnownKey{"zdroj", Field::Source, ""},
    KnownKey{"forrás", Field::Source, ""},
    KnownKey{"sursa", Field::Source, ""},
    KnownKey{"πηγή", Field::Source, ""},
    KnownKey{"מקור", Field::Source, ""},
    KnownKey{"المصدر", Field::Source, ""},
    KnownKey{"منبع", Field::Source, ""},
    KnownKey{"来源", Field::Source, ""},
    KnownKey{"來源", Field::Source, ""},
    KnownKey{"出典", Field::Source, ""},
    KnownKey{"출처", Field::Source, ""},
    KnownKey{"언론사", Field::Source, ""},
    KnownKey{"ссылка", Field::Url, ""},
    KnownKey{"链接", Field::Url, ""},
    KnownKey{"連結", Field::Url, ""},
    KnownKey{"网址", Field::Url, ""},
    KnownKey{"網址", Field::Url, ""},
    KnownKey{"링크", Field::Url, ""},
    KnownKey{"الرابط", Field::Url, ""},
    KnownKey{"язык", Field::Language, ""},
    KnownKey{"мова", Field::Language, ""},
    KnownKey{"język", Field::Language, ""},
    KnownKey{"语言", Field::Language, ""},
    KnownKey{"語言", Field::Language, ""},
    KnownKey{"言語", Field::Language, ""},
    KnownKey{"언어", Field::Language, ""},
    KnownKey{"اللغة", Field::Language, ""},
    KnownKey{"автор", Field::Authors, ""},
    KnownKey{"авторы", Field::Authors, ""},
    KnownKey{"автори", Field::Authors, ""},
    KnownKey{"autorzy", Field::Authors, ""},
    KnownKey{"yazar", Field::Authors, ""},
    KnownKey{"författare", Field::Authors, ""},
    KnownKey{"forfatter", Field::Authors, ""},
    KnownKey{"kirjoittaja", Field::Authors, ""},
    KnownKey{"szerző", Field::Authors, ""},
    KnownKey{"συγγραφέας", Field::Authors, ""},
    KnownKey{"כותב", Field::Authors, ""},
    KnownKey{"الكاتب", Field::Authors, ""},
    KnownKey{"نویسنده", Field::Authors, ""},
    KnownKey{"作者", Field::Authors, ""},
    KnownKey{"记者", Field::Authors, ""},
    KnownKey{"記者", Field::Authors, ""},
    KnownKey{"著者", Field::Authors, ""},
    KnownKey{"筆者", Field::Authors, ""},
    KnownKey{"기자", Field::Authors, ""},
    KnownKey{"작성자", Field::Authors, ""},
    KnownKey{"рубрика", Field::Section, ""},
    KnownKey{"раздел", Field::Section, ""},
    KnownKey{"栏目", Field::Section, ""},
    KnownKey{"欄目", Field::Section, ""},
    KnownKey{"分类", Field::Section, ""},
    KnownKey{"分類", Field::Section, ""},
    KnownKey{"カテゴリ", Field::Section, ""},
    KnownKey{"カテゴリー", Field::Section, ""},
    KnownKey{"섹션", Field::Section, ""},
    KnownKey{"카테고리", Field::Section, ""},
    KnownKey{"القسم", Field::Section, ""},
    KnownKey{"теги", Field::Tags, ""},
    KnownKey{"ключевыеслова", Field::Tags, ""},
    KnownKey{"标签", Field::Tags, ""},
    KnownKey{"標籤", Field::Tags, ""},
    KnownKey{"关键词", Field::Tags, ""},
    KnownKey{"關鍵詞", Field::Tags, ""},
    KnownKey{"タグ", Field::Tags, ""},
    KnownKey{"태그", Field::Tags, ""},
    KnownKey{"키워드", Field::Tags, ""},
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
    return std::nullopt;
  }
  return AutomaticKey{found->field, static_cast<int>(found - kKnownKeys.begin()), found->standing};
}

std::optional<AutomaticKey> automatic_key(std::string_view key, std::string_view value) {
  if (plain_key(key) == "data" && dates::parse_date(value)) {
    return AutomaticKey{Field::Date, static_cast<int>(kKnownKeys.size()), Standing::Own};
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
