// One article with its hits marked.

import { ask } from "/api.js";
import { byline, clean, counted, element, link, marked, own } from "/text.js";
import { question } from "/state.js";

const mostPassages = 1000;

/** By passage, where the query matches in this article. */
async function highlights(state) {
  if (state.q.trim() === "") {
    return new Map();
  }
  const asked = question(state);
  const reply = await ask("search", {
    ...asked, where: [`id=${state.article}`], since: undefined, until: undefined,
    fields: ["passage", "highlights"], "per-article": mostPassages, limit: mostPassages, "all-copies": true,
  });
  return new Map(reply.answer.hits.map((row) => [row.passage, row.highlights]));
}

/** The text as `search` gives it: the first passage begins with the title, which is shown already. */
function body(passage, title) {
  const beginning = `${title}\n\n`;
  return passage.passage === 0 && title && passage.text.startsWith(beginning) ? passage.text.slice(beginning.length)
    : passage.text;
}

class Marks {
  constructor(place) {
    this.place = place;
    this.marks = [];
    this.at = -1;
  }

  take(marks) {
    this.marks = marks;
    this.step(1);
  }

  step(by) {
    if (this.marks.length === 0) {
      this.place.textContent = "no hit in this article";
      return;
    }
    this.marks[this.at]?.classList.remove("here");
    this.at = (this.at + by + this.marks.length) % this.marks.length;
    const here = this.marks[this.at];
    here.classList.add("here");
    here.scrollIntoView({ block: "center" });
    this.place.textContent = `hit ${this.at + 1} of ${this.marks.length}`;
  }
}

/** {nodes to show, step(by) to another hit, begin() once they are shown}; `close` goes back. */
export async function reader(state, close) {
  const [shown, found] = await Promise.all([
    ask("show", { article: state.article, index: state.index || undefined }), highlights(state)]);
  const article = shown.answer;
  const place = element("span", { role: "status" });
  const marks = new Marks(place);
  const button = (name, action) => element("button", { type: "button", onclick: action }, name);
  const text = element("article", { class: "reader", tabindex: "-1", lang: article.lang === "und" ? undefined : article.lang },
    element("h2", {}, own(article.title ?? "(no title)")),
    element("p", { class: "meta" }, own([...(article.authors ?? []), byline(article)].join(" · ")), " · ",
      counted(article.n_passages, "passage")),
    element("p", { class: "meta" }, link(article.url) ?? clean(article.origin?.path ?? "")),
    ...article.passages.map((passage) => element("p", {}, 
      marked(body(passage, article.title), found.get(passage.passage) ?? []))));
  return {
    nodes: [element("div", { class: "reader-bar" }, button("Back", close), button("Previous hit", () => marks.step(-1)),
      button("Next hit", () => marks.step(1)), place), text],
    step: (by) => marks.step(by),
    begin: () => {
      text.focus({ preventScroll: true });
      marks.take([...text.querySelectorAll("mark")]);
    },
  };
}
