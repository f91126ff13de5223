// Opens pages in Chromium and reports what axe-core finds in them, and pages that are wider than the window or that
// ran a script, which would set window.x. Usage: node html-check.mjs CHROMIUM PAGE...
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import puppeteer from "puppeteer-core";

const [chromium, ...pages] = process.argv.slice(2);
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
let problems = 0;
const report = (...line) => {
	problems++;
	console.log(...line);
};
for (const file of pages) {
	for (const [width, media] of [[1280, "screen"], [360, "screen"], [800, "print"]]) {
		const page = await browser.newPage();
		await page.setViewport({ width, height: 900 });
		await page.emulateMediaType(media);
		await page.goto("file://" + resolve(file));
		await page.evaluate(axe);
		const { violations } = await page.evaluate(() => axe.run());
		for (const v of violations) report(file, width, media, v.id, v.nodes[0].html, v.nodes[0].failureSummary);
		if (media === "screen" && (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))) report(file, width, "scrolls sideways");
		if (await page.evaluate(() => window.x !== undefined)) report(file, "ran a script");
		await page.close();
	}
}
await browser.close();
console.log(`${pages.length} pages, ${problems} problems`);
process.exitCode = problems > 0 ? 1 : 0;
