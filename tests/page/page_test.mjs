// SPDX-License-Identifier: GPL-2.0-or-later
// The page as its readers use it; the script `run` beside this file starts it in a folder with news.idx and hostile.idx.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const program = process.env.NUTGRAF_QUERY;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const queries = [
  "taiwan", '"one china principle"', "china", "princip*", "trade", "ministry", "talks", "policy", "strait", "envoy",
  "title:ministry", "china -taiwan", "taiwan AND beijing", "taiwan NEAR/5 strait", "date:2023", "year", "officials",
  "government", "president", "minister", "statement", "said", "foreign", "united", "states", "visit", "port", "harbour",
  "market", "island", "military", "sea", "river", "law", "vote", "election", "parliament", "economy", "bank", "company",
  "report", "week", "people", "country", "world", "agreement", "meeting", "leader", "press", "zebra",
];

let server;
let address;
let browser;

function commandLine(view, query, ...options) {
  try {
    return JSON.parse(execFileSync(program, [view, "news.idx", "-q", "-f", "json", ...options, "--", query]));
  } catch (error) {
    return JSON.parse(error.stdout); // nothing found is exit 1
  }
}

before(async () => {
  server = spawn(program, ["serve", "news.idx", "hostile.idx", "--port", "0", "-q"], { stdio: ["ignore", "pipe", "inherit"] });
  address = (await new Promise((resolve) => server.stdout.once("data", resolve))).toString().trim();
  browser = await chromium.launch({ executablePath: process.env.NUTGRAF_BROWSER, args: ["--no-sandbox"] });
});

after(async () => {
  await browser.close();
  server.kill("SIGTERM");
});

const origin = () => new URL(address).origin;

/** A page of a new reader who has signed in; it fails where the page logs an error. */
async function open(options = {}, path = "/") {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 40[04]/.test(message.text())) {
      page.complaints.push(message.text());
    }
  });
  await page.goto(origin() + path + new URL(address).hash);
  await page.waitForFunction(() => !location.hash);
  return page;
}

async function search(page, query) {
  await page.getByRole("searchbox", { name: "Query" }).fill(query);
  await page.keyboard.press("Enter");
  await settled(page);
}

/** Until nothing is being asked. */
async function settled(page) {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => !document.querySelector("[aria-busy]"));
}

async function close(page) {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

async function seriousFindings(page) {
  await page.evaluate(`(() => { const define = undefined, module = undefined; ${axe} })()`).catch(() => undefined);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test("without the token there is no answer, and the page says what to do", async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${origin()}/?q=taiwan`);
  await page.getByText("open the address that").waitFor();
  assert.equal(await page.locator(".hit").count(), 0);
  await page.context().close();
});

test("the token leaves the address, and a bookmark works without it", async () => {
  const page = await open();
  await search(page, "taiwan");
  assert.match(page.url(), /\?q=taiwan/);
  const bookmark = page.url();
  const again = await page.context().newPage();
  await again.goto(bookmark);
  await again.locator(".hit").first().waitFor();
  assert.equal(await again.getByRole("searchbox").inputValue(), "taiwan");
  await close(page);
});

test("an address that names an unknown view, match or page shows passages", async () => {
  const page = await open({}, "/?q=taiwan&view=frequencies&match=most&page=-1");
  await page.locator(".hit").first().waitFor();
  await close(page);
});

test("an error is shown under the caret", async () => {
  const page = await open();
  await search(page, "taiwan (china OR");
  const shown = await page.locator("#error pre").textContent();
  assert.match(shown, /^taiwan \(china OR\n {14}\^$/);
  assert.equal(await page.getByRole("searchbox").getAttribute("aria-invalid"), "true");
  await search(page, "taiwan");
  assert.equal(await page.locator("#error").textContent(), "");
  await close(page);
});

test("facets and the timeline filter, and going back undoes it", async () => {
  const page = await open();
  await search(page, "taiwan");
  const count = async () => Number((await page.locator("#status").textContent()).replace(/\D/g, ""));
  const all = await count();
  await page.locator("#facets li button").first().click();
  await settled(page);
  assert.match(page.url(), /where=source/);
  const some = await count();
  assert.ok(some > 0 && some < all);
  await page.goBack();
  await settled(page);
  assert.equal(await count(), all);
  await page.locator("#timeline summary").click();
  await page.locator("#timeline li button").first().click();
  await settled(page);
  assert.match(page.url(), /since=\d{4}-\d\d-\d\d&until=/);
  assert.ok(await count() < all);
  await page.locator("#filters button").click();
  await settled(page);
  assert.equal(await count(), all);
  await close(page);
});

test("an article opens with its hits marked, by keys alone", async () => {
  const page = await open();
  await search(page, '"one china principle"');
  await page.locator("#results").focus();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await page.evaluate(() => [...document.querySelectorAll(".hit")].indexOf(document.activeElement)), 1);
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await page.getByText("hit 1 of").waitFor();
  assert.match(page.url(), /article=mosaic-0001/);
  const marks = await page.locator(".reader mark").allTextContents();
  assert.ok(marks.length > 1 && marks.join(" ").replaceAll("\u00ad", "").startsWith("One China principle"), marks.join("|"));
  await page.getByRole("button", { name: "Next hit" }).click();
  await page.getByText("hit 2 of").waitFor();
  assert.equal(await page.locator("mark.here").count(), 1);
  await page.keyboard.press("p");
  await page.getByText("hit 1 of").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".hit").first().waitFor();
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "query");
  await close(page);
});

test("rows are those of the command line, in every view", async () => {
  const page = await open();
  const texts = (selector) => page.locator(selector).evaluateAll((nodes) => nodes.map((node) => node.textContent));
  for (const query of queries) {
    await page.goto(`${origin()}/?${new URLSearchParams({ q: query, index: "news" })}`);
    await settled(page);
    const found = commandLine("search", query);
    assert.deepEqual(await texts(".hit h3 button"), found.hits.map(({ title }) => title ?? "(no title)"), query);
    assert.deepEqual(await texts(".hit p[lang], .hit p:nth-of-type(2)"), found.hits.map(({ text }) => text), query);
    const marks = found.hits.flatMap(({ text, highlights }) =>
      highlights.map(([begin, end]) => Array.from(text).slice(begin, end).join("")));
    assert.deepEqual(await texts(".hit mark"), marks, query);
    const facets = found.hits.length === 0 ? [] : commandLine("facets", query, "--by", "source", "-n", "8").rows;
    const values = facets.filter(({ value }) => value !== null).map(({ value, passages }) => `${value}${passages}`);
    assert.deepEqual((await texts("#facets ul:first-of-type li")).slice(0, values.length), values, query);

    await page.goto(`${origin()}/?${new URLSearchParams({ q: query, index: "news", view: "kwic" })}`);
    await settled(page);
    const lines = commandLine("kwic", query, "-n", "200").rows;
    assert.deepEqual(await texts("tbody tr td:nth-child(1)"), lines.map(({ left }) => left), query);
    assert.deepEqual(await texts("tbody tr td:nth-child(2)"), lines.map(({ node }) => node), query);
    assert.deepEqual(await texts("tbody tr td:nth-child(3)"), lines.map(({ right }) => right), query);

    await page.goto(`${origin()}/?${new URLSearchParams({ q: query, index: "news", view: "collocates" })}`);
    await settled(page);
    const words = commandLine("collocates", query, "-n", "200").rows;
    assert.deepEqual(await texts("tbody tr"), words.map((row) => row.word + [row.f_pair, row.f_word]
      .map((number) => number.toLocaleString("en-US")).join("")
      + [row.logdice, row.mi, row.mi3, row.t, row.ll].map((number) => number.toFixed(2)).join("")), query);
  }
  await close(page);
});

test("downloads are what is shown", async () => {
  const page = await open();
  await search(page, "taiwan");
  for (const [name, format] of [["CSV", "csv"], ["JSON Lines", "jsonl"]]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"), page.getByRole("link", { name, exact: true }).click()]);
    assert.equal(download.suggestedFilename(), `search.${format}`);
    const text = readFileSync(await download.path(), "utf8");
    const shown = await page.locator(".hit").count();
    assert.equal(text.trim().split(/\r?\n(?=\d|\{)/).length - (format === "csv" ? 1 : 0), shown);
  }
  await close(page);
});

test("hostile titles and texts are shown as text", async () => {
  const page = await open({}, "/?index=hostile");
  await search(page, "river");
  await settled(page);
  const texts = await page.locator(".hit").allTextContents();
  assert.equal(texts.length, 3);
  assert.ok(texts.some((text) => text.includes("Title <script>window.hacked = 1</script>")));
  assert.ok(texts.every((text) => !/[\u0007\u001b\u202a-\u202e\u2066-\u2069]/.test(text)));
  assert.equal(await page.locator("main script, main img").count(), 0);
  assert.deepEqual(await page.locator("main a[href^=javascript]").count(), 0);
  assert.equal(await page.locator(".hit mark", { hasText: /^river$/ }).count(), 4);
  for (const id of ["script.txt", "x2", "../../etc/passwd?x=1#y&z=%00\"'<>"]) {
    await page.goto(`${origin()}/?${new URLSearchParams({ q: "river", index: "hostile", article: id })}`);
    await page.getByText("hit 1 of").waitFor();
  }
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  await close(page);
});

const views = [["search", ""], ["kwic", "&view=kwic"], ["collocates", "&view=collocates"], ["article", "&article=mosaic-0001"],
  ["error", "%28"]];
for (const [name, options] of [
  ["wide", { viewport: { width: 1280, height: 900 } }],
  ["phone", { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
  ["dark", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }],
]) {
  test(`${name}: everything fits, and axe has no serious finding`, async () => {
    const page = await open({ ...options, bypassCSP: true });
    for (const [view, parameters] of views) {
      await page.goto(`${origin()}/?q=%22one+china+principle%22${parameters}`);
      await settled(page);
      await page.screenshot({ path: `${process.env.NUTGRAF_SCREENSHOTS}/${name}-${view}.png` });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= options.viewport.width, `${view} is ${width} pixels wide`);
      assert.deepEqual(await seriousFindings(page), [], view);
    }
    await close(page);
  });
}
