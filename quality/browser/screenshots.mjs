// Takes a picture of the whole page and of its first screen, at two widths, in light and dark, and one as it prints.
import { SCHEMES, WIDTHS, launch, open, pageArgument } from "./page.mjs";
import { mkdirSync } from "node:fs";
import path from "node:path";

const address = pageArgument();
const folder = process.argv[3] ?? "screenshots";
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const [name, width] of Object.entries(WIDTHS)) {
  for (const scheme of SCHEMES) {
    const { context, page } = await open(browser, address, width, scheme);
    await page.screenshot({ path: path.join(folder, `${name}-${scheme}-first.png`) });
    await page.screenshot({ path: path.join(folder, `${name}-${scheme}.png`), fullPage: true });
    await context.close();
  }
}
const { page } = await open(browser, address, WIDTHS.desk, "light");
await page.pdf({ path: path.join(folder, "print.pdf"), format: "A4", printBackground: false });
await browser.close();
console.log(`pictures in ${folder}`);
