// What is shown, as the address of the page says it: to share, to bookmark, to go back.

const usual = { q: "", view: "search", match: "", order: "", index: "", since: "", until: "", page: "1", article: "" };

/** What the page can show; an address may say anything. */
const known = { view: ["search", "kwic", "collocates"], match: ["", "any", "all", "phrase"] };

export function read() {
  const parameters = new URLSearchParams(location.search);
  const state = { where: parameters.getAll("where") };
  for (const [key, value] of Object.entries(usual)) {
    const given = parameters.get(key) ?? value;
    state[key] = known[key]?.includes(given) ?? true ? given : value;
  }
  if (!/^[1-9][0-9]{0,6}$/.test(state.page)) {
    state.page = usual.page;
  }
  return state;
}

export function address(state) {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(usual)) {
    if (state[key] !== value) {
      parameters.set(key, state[key]);
    }
  }
  for (const filter of state.where) {
    parameters.append("where", filter);
  }
  const text = parameters.toString();
  return text === "" ? location.pathname : `${location.pathname}?${text}`;
}

/** By relevance any of the words will do; by date all must be there. Views that count are told which. */
function match(state) {
  return state.match || (state.view === "search" && state.order ? "all" : "any");
}

/** The parameters that every view of these matches has. */
export function question(state) {
  const asked = { query: state.q, match: match(state), where: [...state.where] };
  for (const key of ["index", "since", "until"]) {
    if (state[key]) {
      asked[key] = state[key];
    }
  }
  return asked;
}
