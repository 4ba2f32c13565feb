// When and where the matches are: a timeline, and the values of fields; a click filters.

import { element, number, own } from "/text.js";

const fields = ["source", "author", "tag", "section", "lang"];
const mostValues = 8;
const mostBars = 48;
const svg = "http://www.w3.org/2000/svg";

export const facetQuestion = { by: fields, limit: mostValues };

/** Months, or years where they are many. */
function periods(rows) {
  const dated = rows.filter((row) => row.from !== null);
  const first = dated.findIndex((row) => row.passages > 0);
  const last = dated.findLastIndex((row) => row.passages > 0);
  const months = first < 0 ? [] : dated.slice(first, last + 1);
  if (months.length <= mostBars) {
    return months;
  }
  const years = new Map();
  for (const month of months) {
    const name = month.bucket.slice(0, 4);
    const year = years.get(name) ?? { bucket: name, from: month.from, passages: 0 };
    years.set(name, { ...year, to: month.to, passages: year.passages + month.passages });
  }
  return [...years.values()];
}

function bar(period, place, most, choose) {
  const height = (100 * period.passages) / most;
  const rect = (attributes) => {
    const made = document.createElementNS(svg, "rect");
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };
  const area = rect({ x: place, y: 0, width: 1, height: 100, class: "hit-area" });
  const title = document.createElementNS(svg, "title");
  title.textContent = `${period.bucket}: ${number(period.passages)}`;
  area.append(title);
  area.addEventListener("click", () => choose(period));
  return [rect({ x: place + 0.1, y: 100 - height, width: 0.8, height }), area];
}

/** `choose` takes a period with its first and last day, `from` and `to`. */
export function timeline(rows, choose) {
  const shown = periods(rows);
  if (shown.length === 0) {
    return [];
  }
  const most = Math.max(...shown.map((period) => period.passages));
  const chart = document.createElementNS(svg, "svg");
  chart.setAttribute("viewBox", `0 0 ${shown.length} 100`);
  chart.setAttribute("preserveAspectRatio", "none");
  chart.setAttribute("aria-hidden", "true");
  chart.append(...shown.flatMap((period, place) => bar(period, place, most, choose)));
  const item = (period) => element("li", {},
    element("button", { type: "button", onclick: () => choose(period) },
      element("span", {}, period.bucket), element("span", {}, number(period.passages))));
  return [
    element("h2", {}, "Passages over time"),
    chart,
    element("p", { class: "ends" }, element("span", {}, shown[0].bucket), element("span", {}, shown.at(-1).bucket)),
    element("details", {}, element("summary", {}, "As a list"),
      element("ul", {}, ...shown.filter((period) => period.passages > 0).map(item))),
  ];
}

/** `choose` takes a field and one of its values. */
export function facets(rows, choose) {
  return fields.flatMap((field) => {
    const values = rows.filter((row) => row.field === field && row.value !== null);
    if (values.length === 0) {
      return [];
    }
    const item = (row) => element("li", {},
      element("button", { type: "button", onclick: () => choose(field, row.value) },
        own(row.value), element("span", {}, number(row.passages))));
    return [element("h2", {}, field), element("ul", {}, ...values.map(item))];
  });
}
