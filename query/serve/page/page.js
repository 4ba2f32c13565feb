// The page: its address says what is shown, and every act of its reader changes the address.

import { ask, file, forget, Refusal, signIn } from "/api.js";
import { facetQuestion, facets, timeline } from "/overview.js";
import { paging, passages, perPage, total } from "/passages.js";
import { reader } from "/reader.js";
import { address, question, read } from "/state.js";
import { centre, collocates, concordance } from "/tables.js";
import { clean, counted, element, number } from "/text.js";

const lines = 200; // of a concordance, and collocates
const orders = {
  search: [["", "relevance"], ["-date", "newest first"], ["date", "oldest first"]],
  kwic: [["", "as indexed"], ["node", "by hit"], ["L1", "by word before"], ["R1", "by word after"]],
  collocates: [["", "logDice"], ["ll", "log-likelihood"], ["mi", "MI"], ["mi3", "MI3"], ["t", "t"], ["f_pair", "frequency"]],
};

const at = (id) => document.getElementById(id);
let state = read();
let article; // that is read: see reader()

function go(change) {
  const next = { ...state, page: "1", article: "", ...change };
  if (address(next) !== address(state)) {
    history.pushState(null, "", address(next));
  }
  state = next;
  show();
}

const open = (id) => go({ page: state.page, article: id });
const addFilter = (field, value) => {
  const filter = `${field}=${value}`;
  go({ where: state.where.includes(filter) ? state.where : [...state.where, filter] });
};

/** What is asked for the view that is shown, as a request and as a file. */
function viewQuestion() {
  const asked = question(state);
  if (state.order) {
    asked.sort = state.order;
  }
  return state.view === "search" ? { ...asked, limit: perPage, offset: perPage * (Number(state.page) - 1) }
    : { ...asked, limit: lines };
}

function showForm() {
  at("query").value = state.q;
  at("match").value = state.match;
  at("index").value = state.index || at("index").options[0]?.value;
  at("order").replaceChildren(...orders[state.view].map(([value, name]) => element("option", { value }, name)));
  at("order").value = state.order;
  document.title = state.q ? `${clean(state.q)} – nutgraf` : "nutgraf";
  at("views").hidden = state.q === "";
  for (const button of at("views").children) {
    button.toggleAttribute("aria-current", button.dataset.view === state.view);
    if (button.dataset.view === state.view) {
      button.setAttribute("aria-current", "page");
    }
  }
  const chip = (name, change) =>
    element("button", { type: "button", "aria-label": `remove the filter ${name}`, onclick: () => go(change) }, `${clean(name)} ×`);
  const chips = state.where.map((filter) => chip(filter, { where: state.where.filter((one) => one !== filter) }));
  if (state.since || state.until) {
    chips.push(chip(`${state.since} to ${state.until}`, { since: "", until: "" }));
  }
  at("filters").replaceChildren(...chips);
}

function showError(error) {
  const { message, advice, caret, at: place } = error;
  at("error").replaceChildren(
    ...(caret ? [element("pre", {}, clean(caret))] : []),
    element("p", {}, clean(advice ? `${message}: ${advice}` : message)));
  at("query").setAttribute("aria-invalid", caret ? "true" : "false");
  if (caret && document.activeElement === at("query")) {
    const units = Array.from(state.q).slice(0, place).join("").length;
    at("query").setSelectionRange(units, units);
  }
}

function clear() {
  at("error").replaceChildren();
  at("query").removeAttribute("aria-invalid");
  for (const id of ["notes", "content", "paging", "downloads", "status"]) {
    at(id).replaceChildren();
  }
  at("overview").hidden = true;
  article = undefined;
}

const views = {
  search: (reply) => {
    at("status").textContent = total(reply.answer);
    at("content").replaceChildren(...passages(reply.answer, open));
    at("paging").replaceChildren(...paging(reply.answer, Number(state.page), (page) => go({ page: String(page) })));
  },
  kwic: async (reply) => {
    const rows = reply.answer.rows;
    if (rows.length > 0) {
      const table = concordance(rows, open);
      at("content").replaceChildren(table);
      centre(table);
    }
    const { answer } = await ask("count", question(state));
    at("status").textContent = answer.occurrences > rows.length
      ? `The first ${number(rows.length)} of ${counted(answer.occurrences, "occurrence")}`
      : counted(answer.occurrences, "occurrence");
  },
  collocates: (reply) => {
    const rows = reply.answer.rows;
    const isOperand = /^(?:\S+|"[^"]*")$/.test(state.q);
    const near = (word) => go({ q: `${state.q} NEAR/5 ${word}`, view: "search", order: "" });
    at("content").replaceChildren(...(rows.length > 0 ? [collocates(rows, isOperand ? near : undefined)] : []));
    at("status").textContent = rows.length === 0 ? "Nothing found"
      : `${counted(rows.length, "word")} within 5 words of the query${rows.length === lines ? ", the first" : ""}`;
  },
};

async function showOverview() {
  const asked = question(state);
  const [months, values] = await Promise.all([
    ask("trend", { ...asked, by: "month" }), ask("facets", { ...asked, ...facetQuestion })]);
  at("timeline").replaceChildren(...timeline(months.answer.rows, (period) => go({ since: period.from, until: period.to })));
  at("facets").replaceChildren(...facets(values.answer.rows, addFilter));
  at("overview").hidden = false;
}

async function showMatches() {
  const asked = viewQuestion();
  const reply = await ask(state.view, asked);
  at("notes").replaceChildren(...reply.notes.map((note) => element("li", {}, clean(note))));
  await views[state.view](reply);
  if (reply.code === 0) {
    const download = (format, name, more) =>
      element("a", { href: file(state.view, { ...asked, ...more }, format), download: true }, name);
    at("downloads").replaceChildren("Download these rows: ", download("csv", "CSV", { excel: true }), " · ",
      download("jsonl", "JSON Lines", {}));
    await showOverview();
  }
}

async function showArticle() {
  const shown = await reader(state, () => go({ page: state.page }));
  article = shown;
  at("content").replaceChildren(...shown.nodes);
  shown.begin();
}

async function show() {
  forget();
  clear();
  showForm();
  if (state.q.trim() === "" && state.article === "") {
    return;
  }
  at("results").setAttribute("aria-busy", "true");
  try {
    await (state.article ? showArticle() : showMatches());
  } catch (error) {
    if (error.name === "AbortError") {
      return; // another question has taken its place
    }
    showError(error instanceof Refusal ? error.error : { message: "the server does not answer", advice: "is it running?" });
  }
  at("results").removeAttribute("aria-busy");
}

function moveFocus(by) {
  const rows = [...document.querySelectorAll(".hit, td button")];
  const place = rows.findIndex((row) => row.contains(document.activeElement));
  rows[place < 0 ? 0 : Math.min(Math.max(place + by, 0), rows.length - 1)]?.focus();
}

function onKey(event) {
  const isTyping = /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  if (event.key === "Escape" && state.article) {
    history.length > 1 ? history.back() : go({ page: state.page });
  } else if (event.key === "Escape") {
    event.target.blur();
  } else if (isTyping) {
    return;
  } else if (event.key === "/") {
    at("query").focus();
    at("query").select();
  } else if (["j", "ArrowDown", "n"].includes(event.key) && (event.key !== "ArrowDown" || isInResults(event))) {
    article ? article.step(1) : moveFocus(1);
  } else if (["k", "ArrowUp", "p"].includes(event.key) && (event.key !== "ArrowUp" || isInResults(event))) {
    article ? article.step(-1) : moveFocus(-1);
  } else {
    return;
  }
  event.preventDefault();
}

/** Elsewhere the arrows scroll. */
function isInResults(event) {
  return !article && at("content").contains(event.target);
}

function listen() {
  at("form").addEventListener("submit", (event) => {
    event.preventDefault();
    go({ q: at("query").value });
  });
  at("match").addEventListener("change", () => go({ q: at("query").value, match: at("match").value }));
  at("order").addEventListener("change", () => go({ order: at("order").value }));
  at("index").addEventListener("change", () => go({ index: at("index").value, where: [], since: "", until: "" }));
  for (const button of at("views").children) {
    button.addEventListener("click", () => go({ view: button.dataset.view, order: "" }));
  }
  window.addEventListener("popstate", () => {
    state = read();
    show();
  });
  document.addEventListener("keydown", onKey);
  const wide = window.matchMedia("(min-width: 56.01rem)");
  const fold = () => { at("overview-fold").open = wide.matches; };
  wide.addEventListener("change", fold);
  fold();
}

async function begin() {
  listen();
  try {
    await signIn();
    const about = await ask("about");
    at("index").replaceChildren(...about.indexes.map(({ name }) => element("option", { value: name }, clean(name))));
    at("index-label").hidden = about.indexes.length === 1;
    state.index ||= about.indexes.length > 1 ? about.indexes[0].name : "";
  } catch (error) {
    showError(error instanceof Refusal ? error.error : { message: "the server does not answer", advice: "is it running?" });
    return;
  }
  await show();
  if (state.q === "") {
    at("query").focus();
  }
}

begin();
