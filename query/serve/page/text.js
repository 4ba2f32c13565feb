// Texts of the corpus as text: they are written by strangers, so nothing of them ever becomes markup.

/** An element with attributes and children; strings become text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

/** Without control characters, and without the invisible signs that reorder a line. */
export function clean(text) {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
}

/** A text of its own direction, whatever stands beside it. */
export function own(text) {
  return element("bdi", {}, clean(text));
}

/** The text with its highlights, pairs [begin, end) of code points, as <mark>. */
export function marked(text, highlights) {
  const points = Array.from(text);
  const part = (begin, end) => clean(points.slice(begin, end).join(""));
  const made = element("bdi");
  let at = 0;
  for (const [begin, end] of highlights) {
    made.append(part(at, begin), element("mark", {}, part(begin, end)));
    at = end;
  }
  made.append(part(at));
  return made;
}

/** 12,345 */
export function number(value) {
  return value.toLocaleString("en-US");
}

export function counted(value, one, several = `${one}s`) {
  return `${number(value)} ${value === 1 ? one : several}`;
}

/** "Mosaic Monitor · 2023-06-21", as far as it is known. */
export function byline(row) {
  return [row.source, row.date ?? "undated"].filter((part) => part).join(" · ");
}

/** A link where the address is one of the web; else nothing, for an article may say what it likes. */
export function link(address) {
  const isWeb = /^https?:\/\//i.test(address ?? "");
  return isWeb ? element("a", { href: address, rel: "noopener noreferrer nofollow", target: "_blank" }, clean(address))
    : undefined;
}
