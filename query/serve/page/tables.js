// Words in context, and words beside them.

import { byline, clean, element, number, own } from "/text.js";

function table(caption, heads, rows) {
  return element("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": caption },
    element("table", {},
      element("thead", {}, element("tr", {}, ...heads)),
      element("tbody", {}, ...rows)));
}

/** Scrolls so that the hits are in the middle, where there is not room for all. */
export function centre(shown) {
  const node = shown.querySelector("td.node");
  shown.scrollLeft = node.offsetLeft + node.offsetWidth / 2 - shown.clientWidth / 2;
}

/** `open` takes the id of an article. */
export function concordance(rows, open) {
  const line = (row) => element("tr", {},
    element("td", { class: "left context" }, own(row.left)),
    element("td", { class: "node" }, element("mark", {}, clean(row.node))),
    element("td", { class: "context" }, own(row.right)),
    element("td", { class: "context" },
      element("button", { type: "button", onclick: () => open(row.id) }, own(byline(row) || row.id))));
  const heads = ["left", "node", "right", "article"].map((name) =>
    element("th", { scope: "col", class: name === "left" || name === "node" ? name : undefined }, name));
  return table("Lines in context", heads, rows.map(line));
}

const measures = ["f_pair", "f_word", "logdice", "mi", "mi3", "t", "ll"];

/** `near` takes a word; without it words are no buttons. */
export function collocates(rows, near) {
  const word = (text) => (near === undefined ? clean(text)
    : element("button", { type: "button", onclick: () => near(text) }, own(text)));
  const line = (row) => element("tr", {},
    element("th", { scope: "row" }, word(row.word)),
    ...measures.map((key) => element("td", { class: "number" },
      key.startsWith("f_") ? number(row[key]) : row[key].toFixed(2))));
  const heads = ["word", ...measures].map((name) =>
    element("th", { scope: "col", class: name === "word" ? undefined : "number" }, name));
  return table("Collocates", heads, rows.map(line));
}
