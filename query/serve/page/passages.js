// Ranked passages.

import { byline, counted, element, link, marked, number, own } from "/text.js";

export const perPage = 10;

/** "+4 copies: The Post 2023-06-19, ...": who printed them and when, the earliest first, undated ones last. */
function copies(row) {
  const most = 3;
  const undated = "undated";
  const day = (printing) => printing.date ?? undated;  // letters follow digits
  const named = [...row.printings].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
    .slice(0, most).map((printing) => `${printing.source ?? printing.id} ${day(printing)}`);
  const rest = row.printings.length - named.length;
  const more = rest > 0 ? [`${number(rest)} more`] : [];
  return `+${counted(row.printings.length, "copy", "copies")}: ${[...named, ...more].join(", ")}`;
}

function hit(row, open) {
  const title = element("button", { type: "button", onclick: () => open(row.id) }, own(row.title ?? "(no title)"));
  const made = element("article", { class: "hit", tabindex: "0" },
    element("h3", {}, element("span", {}, String(row.rank)), title),
    element("p", { class: "meta" }, own(byline(row)), ...(row.printings.length > 0 ? [" · ", own(copies(row))] : [])),
    element("p", { lang: row.lang === "und" ? undefined : row.lang }, marked(row.text, row.highlights)));
  const place = link(row.url);
  if (place !== undefined) {
    made.append(element("p", { class: "meta" }, place));
  }
  made.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === made) {
      open(row.id);
    }
  });
  return made;
}

/** The hits of an answer of `search`; `open` takes the id of an article. */
export function passages(answer, open) {
  return answer.hits.map((row) => hit(row, open));
}

export function total(answer) {
  const { value, relation } = answer.total;
  const about = relation === "approx" ? "about " : "";
  return value === 0 ? "Nothing found" : `${about}${counted(value, "article")}`;
}

export function paging(answer, page, go) {
  const last = Math.max(1, Math.ceil(answer.total.value / perPage));
  if (last === 1) {
    return [];
  }
  const button = (name, target, possible) =>
    element("button", { type: "button", disabled: !possible, onclick: () => go(target) }, name);
  return [button("Previous", page - 1, page > 1), ` Page ${page} of ${last} `, button("Next", page + 1, page < last)];
}
