// Checks a desk in a browser: every view at two widths, in light and dark, with and without scripts, by keyboard, and on paper.
// Exits with 1 if anything is found.
import { SCHEMES, WIDTHS, launch } from "./page.mjs";
import { createRequire } from "node:module";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

const [way, folder] = process.argv.slice(2);
if (!way) {
  console.error("usage: node desk.mjs 'http://127.0.0.1:PORT/enter?token=...' [FOLDER FOR PICTURES]");
  process.exit(2);
}
const origin = new URL(way).origin;
const found = [];
const check = (is, what) => { if (!is) found.push(what); };
if (folder) mkdirSync(folder, { recursive: true });
const browser = await launch();

/** A context that is let in, and a page that notes what is asked for elsewhere and what the browser complains of. */
async function enter(at, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("request", (request) => check(request.url().startsWith(`${origin}/`), `${at}: asks for ${request.url()}`));
  page.on("console", (message) => found.push(`${at}: the browser says: ${message.text()}`));
  page.on("pageerror", (error) => found.push(`${at}: ${error}`));
  page.on("dialog", (dialog) => { found.push(`${at}: something ran: ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(way, { waitUntil: "load" });
  return { context, page };
}

const views = await allViews();
let checked = 0;
for (const [width, pixels] of Object.entries(WIDTHS)) {
  for (const scheme of SCHEMES) {
    const options = { viewport: { width: pixels, height: 900 }, colorScheme: scheme };
    await accessible(`${width}, ${scheme}`, options, width === "desk" && scheme === "light");
    await bare(`${width}, ${scheme}, no script`, { ...options, javaScriptEnabled: false });
  }
}
await zoomed();
await keyboard().catch((error) => found.push(`keyboard: ${String(error).split("\n")[0]}`));
await paper();
await browser.close();
for (const line of found) console.log(line);
console.log(`${views.length} views, ${checked} times looked at, ${found.length} faults`);
process.exit(found.length > 0 ? 1 : 0);

/** The first page, the lists, and of each list its first findings. */
async function allViews() {
  const { context, page } = await enter("views", {});
  const names = ["stories", "claims", "disagreements", "reports", "families", "voices", "places"];
  const views = ["/", "/help", "/sources", "/search?q=the", "/claims?lonely=1&words=the", "/nothing"];
  for (const name of names) {
    views.push(`/${name}`);
    const answer = await page.evaluate(async (at) => (await fetch(at)).json(), `/api/v1/${name}?limit=2`);
    views.push(...answer.items.map((item) => `/${name}/${item.id}`));
    const words = name === "claims" && answer.items[0]?.words;
    if (words) views.push(`/reports/${words.report}?at=${words.start}-${words.end}`, `/evidence/${words.report}?at=${words.start}-${words.end}`);
  }
  await context.close();
  return views;
}

/** With axe put into the page, which its policy would not allow. */
async function accessible(at, options, isPictured) {
  const { context, page } = await enter(at, { ...options, bypassCSP: true });
  for (const view of views) {
    if (view === "/nothing") continue; // The browser itself complains of its status.
    await page.goto(origin + view, { waitUntil: "load" });
    if (folder) await page.screenshot({ path: path.join(folder, `${at.replace(", ", "-")}${view.replace(/[^a-z0-9]+/gi, "-")}.png`) });
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(wide <= 0, `${at}, ${view}: ${wide} pixels wider than the window`);
    await page.evaluate(AXE);
    const { violations, passes } = await page.evaluate((rules) => globalThis.axe.run(document, rules), RULES);
    check(passes.length > 0, `${at}, ${view}: axe checked nothing`);
    for (const violation of violations) {
      for (const node of violation.nodes.slice(0, 3)) {
        found.push(`${at}, ${view}: ${violation.id} (${violation.impact}): ${node.target.join(" ")}: ${node.failureSummary}`);
      }
    }
    checked += 1;
  }
  await context.close();
}

/** Without scripts: every view is there, and evidence is a link away. */
async function bare(at, options) {
  const { context, page } = await enter(at, options);
  for (const view of views.filter((one) => one !== "/nothing")) {
    const answer = await page.goto(origin + view);
    check(answer.ok() && (await page.locator("main").innerText()).length > 40, `${at}, ${view}: nothing to read`);
    checked += 1;
  }
  const claim = views.find((view) => view.startsWith("/claims/"));
  await page.goto(origin + claim);
  await page.locator("a.place").first().click();
  check((await page.locator("mark.asked").count()) > 0 && page.url().includes("#here"), `${at}: a place does not open at its words`);
  await context.close();
}

/** At 200 % of the size a desk of 1280 pixels has 640. */
async function zoomed() {
  const { context, page } = await enter("zoomed", { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
  for (const view of views.filter((one) => one !== "/nothing")) {
    await page.goto(origin + view);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(wide <= 0, `zoomed, ${view}: ${wide} pixels wider than the window`);
  }
  await context.close();
}

/** From the desk to the words of a claim and back, with keys alone. */
async function keyboard() {
  const at = "keyboard";
  const { context, page } = await enter(at, { viewport: { width: 1440, height: 900 } });
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  const settled = () => page.waitForLoadState("load");
  page.setDefaultTimeout(4000);
  await press("g", "c");
  await page.waitForURL("**/claims");
  await press("j", "j");
  check(await page.evaluate(() => document.activeElement.closest(".row") === document.querySelectorAll(".row")[1]), `${at}: j j is not on the second row`);
  await press("k", "l");
  await page.waitForSelector("#evidence:not([hidden])", { timeout: 3000 }).catch(() => found.push(`${at}: no evidence beside the row`));
  const first = await page.locator("#evidence").innerText();
  await press("p", "j", "l");
  await page.waitForTimeout(400);
  const pinned = await page.locator("#evidence").innerText();
  check(pinned === first.replace("Pin", "Unpin") || pinned.replace("Unpin", "Pin") === first, `${at}: pinned evidence went away`);
  await press("Escape");
  check(await page.locator("#evidence").isHidden(), `${at}: Escape does not close the evidence`);
  await press("h", "Enter");
  await page.waitForURL("**/claims/*");
  await settled();
  check((await page.locator("#origins").count()) === 1, `${at}: Enter does not open the claim`);
  await press("/");
  await page.keyboard.type("the");
  await press("Enter");
  await page.waitForURL("**/search?q=the");
  await press("?");
  await page.waitForURL("**/help");
  await page.locator("#keys-off").click();
  await press("g", "s");
  await page.waitForTimeout(300);
  check(page.url().endsWith("/help"), `${at}: keys that are off still act`);
  await page.locator("#keys-off").click();
  await press("g", "s");
  await page.waitForURL("**/stories");
  await press("j", "Enter");
  await page.waitForURL("**/stories/*");
  await settled();
  await page.locator("table.by-reports tbody a").first().focus();
  await page.waitForSelector("#evidence:not([hidden]) mark.asked", { timeout: 3000 }).catch(() => found.push(`${at}: a sign of the table shows no words`));
  await press("j", "o");
  await page.waitForURL("**/claims/*");
  checked += 1;
  await context.close();
}

/** Printed, a view has its text and none of the menus. */
async function paper() {
  const { context, page } = await enter("paper", {});
  for (const view of views.filter((one) => /^\/(stories|claims|reports)\//.test(one))) {
    await page.goto(origin + view, { waitUntil: "load" });
    await page.emulateMedia({ media: "print" });
    check(!(await page.locator(".bar-of-desk").isVisible()), `paper, ${view}: the menu is printed`);
    const pdf = await page.pdf({ format: "A4", ...(folder ? { path: path.join(folder, `print${view.replace(/[^a-z0-9]+/gi, "-")}.pdf`) } : {}) });
    check(pdf.length > 5000, `paper, ${view}: an empty page`);
    checked += 1;
  }
  await context.close();
}
