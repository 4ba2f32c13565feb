// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "indexer/read/dates.h"

namespace nutgraf::read {
namespace {

struct MonthName {
  std::string_view name;
  int number;
};

// English, German, French, Spanish, Portuguese, Italian, Dutch; a name that two languages share stands once.
constexpr std::array kMonths = {
    MonthName{"january", 1},    MonthName{"jan", 1},        MonthName{"januar", 1},     MonthName{"jänner", 1},
    MonthName{"janvier", 1},    MonthName{"janv", 1},       MonthName{"enero", 1},      MonthName{"ene", 1},
    MonthName{"janeiro", 1},    MonthName{"gennaio", 1},    MonthName{"januari", 1},    MonthName{"february", 2},
    MonthName{"feb", 2},        MonthName{"februar", 2},    MonthName{"février", 2},    MonthName{"févr", 2},
    MonthName{"fevrier", 2},    MonthName{"febrero", 2},    MonthName{"fevereiro", 2},  MonthName{"febbraio", 2},
    MonthName{"februari", 2},   MonthName{"march", 3},      MonthName{"mar", 3},        MonthName{"märz", 3},
    MonthName{"mars", 3},       MonthName{"marzo", 3},      MonthName{"março", 3},      MonthName{"maart", 3},
    MonthName{"april", 4},      MonthName{"apr", 4},        MonthName{"avril", 4},      MonthName{"avr", 4},
    MonthName{"abril", 4},      MonthName{"abr", 4},        MonthName{"aprile", 4},     MonthName{"may", 5},
    MonthName{"mai", 5},        MonthName{"mayo", 5},       MonthName{"maio", 5},       MonthName{"maggio", 5},
    MonthName{"mei", 5},        MonthName{"june", 6},       MonthName{"jun", 6},        MonthName{"juni", 6},
    MonthName{"juin", 6},       MonthName{"junio", 6},      MonthName{"junho", 6},      MonthName{"giugno", 6},
    MonthName{"july", 7},       MonthName{"jul", 7},        MonthName{"juli", 7},       MonthName{"juillet", 7},
    MonthName{"juil", 7},       MonthName{"julio", 7},      MonthName{"julho", 7},      MonthName{"luglio", 7},
    MonthName{"august", 8},     MonthName{"aug", 8},        MonthName{"août", 8},       MonthName{"aout", 8},
    MonthName{"agosto", 8},     MonthName{"augustus", 8},   MonthName{"september", 9},  MonthName{"sep", 9},
    MonthName{"sept", 9},       MonthName{"septembre", 9},  MonthName{"septiembre", 9}, MonthName{"setembro", 9},
    MonthName{"settembre", 9},  MonthName{"october", 10},   MonthName{"oct", 10},       MonthName{"oktober", 10},
    MonthName{"okt", 10},       MonthName{"octobre", 10},   MonthName{"octubre", 10},   MonthName{"outubro", 10},
    MonthName{"ottobre", 10},   MonthName{"november", 11},  MonthName{"nov", 11},       MonthName{"novembre", 11},
    MonthName{"noviembre", 11}, MonthName{"novembro", 11},  MonthName{"december", 12},  MonthName{"dec", 12},
    MonthName{"dez", 12},       MonthName{"dezember", 12},  MonthName{"décembre", 12},  MonthName{"déc", 12},
    MonthName{"decembre", 12},  MonthName{"diciembre", 12}, MonthName{"dezembro", 12},  MonthName{"dicembre", 12},
};

}  // namespace

int month_number(std::string_view word) {
  if (word.ends_with('.')) {
    word.remove_suffix(1);
  }
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto* const found =
      std::find_if(kMonths.begin(), kMonths.end(), [&](const MonthName& month) { return month.name == lower; });
  return found == kMonths.end() ? 0 : found->number;
}

}  // namespace nutgraf::read
