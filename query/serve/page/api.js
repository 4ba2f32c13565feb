// Requests to the server. A new question ends those before it that are still being answered.

export class Refusal extends Error {
  /** `error` as docs/serve.md describes it. */
  constructor(error, status) {
    super(error.message);
    this.error = error;
    this.status = status;
  }
}

let running = new AbortController();

export function forget() {
  running.abort();
  running = new AbortController();
}

export async function ask(view, parameters = {}) {
  const response = await fetch(`/api/${view}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(parameters),
    signal: running.signal,
  });
  const reply = await response.json();
  if (reply.error) {
    throw new Refusal(reply.error, response.status);
  }
  return reply;
}

/** Where the rows of a view can be fetched as a file. */
export function file(view, parameters, format) {
  const pairs = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...parameters, format })) {
    for (const one of [value].flat()) {
      pairs.append(key, one);
    }
  }
  return `/api/${view}?${pairs}`;
}

/** Changes the token of the address for a cookie, and takes it out of the address. */
export async function signIn() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token === null) {
    return;
  }
  await fetch("/session", { method: "POST", headers: { Authorization: `Bearer ${token}` } });
  history.replaceState(null, "", location.pathname + location.search);
}
