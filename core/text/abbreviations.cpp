// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/abbreviations.h"

#include <algorithm>
#include <array>

namespace nutgraf {
namespace {

// Folded, in byte order. What is missing here costs a phrase across its stop; what is too much, only a boundary.
constexpr auto kAbbreviations = std::to_array<std::string_view>({
    "abs",  "adm",  "al",    "ala",   "amb",    "app",    "approx", "apr",   "apt",  "arch",    "ariz",  "ark",
    "arq",  "art",  "arts",  "assn",  "assoc",  "assocs", "atty",   "attys", "aug",  "av",      "avda",  "ave",
    "avg",  "avv",  "bd",    "bijv",  "bldg",   "blvd",   "brig",   "bros",  "bzw",  "ca",      "calif", "capt",
    "cdr",  "cf",   "ch",    "chap",  "chmn",   "chs",    "cl",     "cllr",  "cm",   "cmdr",    "cmdre", "co",
    "col",  "colo", "cols",  "comdr", "conn",   "const",  "corp",   "corps", "cos",  "cpl",     "cpt",   "dec",
    "del",  "dep",  "dept",  "depts", "det",    "dh",     "dhr",    "dir",   "dott", "dottssa", "dr",    "dra",
    "dras", "drs",  "ecc",   "ed",    "eds",    "ens",    "env",    "enz",   "esq",  "est",     "etc",   "evtl",
    "ex",   "excl", "exh",   "ext",   "feb",    "fig",    "figs",   "fla",   "fr",   "frau",    "fri",   "ft",
    "ga",   "geb",  "gen",   "gens",  "geom",   "gest",   "ggf",    "gmbh",  "gov",  "govs",    "govt",  "gł",
    "hab",  "hl",   "hon",   "hr",    "hrs",    "hwy",    "ill",    "im",    "inc",  "incl",    "ind",   "ing",
    "inkl", "insp", "inst",  "intl",  "ir",     "itd",    "itp",    "jan",   "jr",   "jul",     "jun",   "kan",
    "kans", "kg",   "km",    "ks",    "ky",     "lb",     "lbs",    "lic",   "llc",  "lt",      "ltd",   "maj",
    "mar",  "mass", "max",   "md",    "messrs", "mevr",   "mfg",    "mi",    "mich", "min",     "minn",  "mins",
    "mio",  "misc", "miss",  "mlle",  "mlles",  "mm",     "mme",    "mmes",  "mo",   "mon",     "mont",  "mos",
    "mr",   "mrd",  "mrs",   "ms",    "msgr",   "mt",     "mts",    "mw",    "mx",   "natl",    "neb",   "nebr",
    "nev",  "nl",   "no",    "nos",   "nov",    "np",     "nr",     "nrn",   "num",  "nums",    "oct",   "ofc",
    "okla", "on",   "ore",   "oz",    "p",      "pa",     "pag",    "pagg",  "pags", "para",    "paras", "penn",
    "pg",   "pgs",  "pkwy",  "plc",   "pp",     "pres",   "prof",   "profs", "pvt",  "rd",      "rep",   "reps",
    "resp", "rev",  "revd",  "rt",    "sat",    "sec",    "secs",   "sect",  "secy", "sen",     "sens",  "sep",
    "sept", "ser",  "sgt",   "sgts",  "sig",    "sigg",   "sog",    "sr",    "sra",  "sras",    "srta",  "srtas",
    "ss",   "st",   "sta",   "ste",   "str",    "sun",    "supt",   "supts", "tel",  "temp",    "tenn",  "tex",
    "thu",  "thur", "thurs", "tj",    "trans",  "treas",  "tsd",    "tue",   "tues", "tzn",     "ud",    "uds",
    "ul",   "univ", "usw",   "v",     "va",     "vd",     "vds",    "ver",   "vgl",  "viz",     "vol",   "vols",
    "vs",   "vt",   "wash",  "wed",   "wis",    "wyo",    "yr",     "yrs",   "zb",   "zzt",     "акад",  "г",
    "гг",   "гос",  "др",    "им",    "млн",    "млрд",   "пр",     "проф",  "ред",  "руб",     "см",    "стр",
    "тыс",  "ул",
});
static_assert(std::is_sorted(kAbbreviations.begin(), kAbbreviations.end()));

constexpr std::size_t kLongestAbbreviation = std::ranges::max(kAbbreviations, {}, &std::string_view::size).size();

}  // namespace

bool is_abbreviation(std::string_view term) {
  return term.size() <= kLongestAbbreviation && std::ranges::binary_search(kAbbreviations, term);
}

}  // namespace nutgraf
