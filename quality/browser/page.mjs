// Opens a page of stemma the way a reader does: from a file, in light and dark, at the width of a desk and of a phone.
import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";
import path from "node:path";

export const WIDTHS = { desk: 1440, phone: 390 };
export const SCHEMES = ["light", "dark"];

const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";
const SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

/** The page named by the first argument; without one, how to call the script. */
export function pageArgument() {
  const [file] = process.argv.slice(2);
  if (!file) {
    console.error(`usage: node ${path.basename(process.argv[1])} PAGE.html`);
    process.exit(2);
  }
  return pathToFileURL(path.resolve(file)).href;
}

export function launch() {
  return chromium.launch({ executablePath: EXECUTABLE, args: SWITCHES });
}

/** Opens the page; whatever it asks for, and whatever the browser complains of, is in `asked` and `said`. */
export async function open(browser, address, width, colorScheme, options = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, ...options });
  const page = await context.newPage();
  const asked = [];
  const said = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(address, { waitUntil: "networkidle" });
  return { context, page, asked: asked.filter((url) => url !== address), said };
}
