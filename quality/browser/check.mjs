// Checks what only a browser can: that the page asks for nothing, breaks no policy of its own, has no fault that axe
// finds, is no wider than a phone, and works without JavaScript. Exits with 1 if anything is found.
import { SCHEMES, WIDTHS, launch, open, pageArgument } from "./page.mjs";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

const address = pageArgument();
const browser = await launch();
const found = [];
let checked = 0;
for (const [name, width] of Object.entries(WIDTHS)) {
  for (const scheme of SCHEMES) {
    const at = `${name}, ${scheme}`;
    await bare(at, width, scheme);
    await accessible(at, width, scheme);
    checked += 1;
  }
}
await browser.close();
for (const line of found) console.log(line);
console.log(`${checked} views, ${found.length} faults`);
process.exit(found.length > 0 ? 1 : 0);

/** As the reader has it: no script of ours, JavaScript off. */
async function bare(at, width, scheme) {
  const { context, page, asked, said } = await open(browser, address, width, scheme, { javaScriptEnabled: false });
  for (const url of asked) found.push(`${at}: asks for ${url}`);
  for (const line of said) found.push(`${at}: the browser says: ${line}`);
  await context.close();
}

/** With axe put into the page, which its policy would not allow. */
async function accessible(at, width, scheme) {
  const { context, page, asked } = await open(browser, address, width, scheme, { bypassCSP: true });
  for (const url of asked) found.push(`${at}: asks for ${url}`);
  await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) found.push(`${at}: ${wide} pixels wider than the window`);
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute("href").slice(1))
      .filter((id) => !document.getElementById(id)),
  );
  for (const id of lost) found.push(`${at}: a link leads to #${id}, which is not there`);
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate((rules) => globalThis.axe.run(document, rules), RULES);
  if (passes.length === 0) found.push(`${at}: axe checked nothing`);
  for (const violation of violations) {
    for (const node of violation.nodes) {
      found.push(`${at}: ${violation.id} (${violation.impact}): ${node.target.join(" ")}: ${node.failureSummary}`);
    }
  }
  await context.close();
}
