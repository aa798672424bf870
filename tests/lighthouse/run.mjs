/**
 * Lighthouse on the demo site, as `make lighthouse` runs it: the medians of several rounds on its slow phone.
 *
 *     node tests/lighthouse/run.mjs FOLDER [ROUNDS]
 *
 * FOLDER is a built site. It is served from this machine, packed as servers pack it. Ends with 1 where a median
 * is below what is wanted: 100, of performance 99, for the machine may be noisy. CHROME_PATH names the browser.
 */
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { argv, env, exit } from "node:process";
import { createGzip } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [folder, rounds = "5"] = argv.slice(2);
const PAGES = ["", "gi/", "gi/weixian-luobo/", "schemes/gi-protection-cnipa/", "search/", "verify/"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const WANTED = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "application/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
};

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  let file = join(folder, normalize(path));
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
  if (!existsSync(file)) return response.writeHead(404).end();
  const type = TYPES[extname(file)];
  response.setHeader("Content-Type", type ?? "application/octet-stream");
  response.setHeader("Cache-Control", /-[0-9a-f]{12}\./.test(file) ? "public, max-age=31536000, immutable" : "no-cache");
  const data = createReadStream(file);
  if (!type) return data.pipe(response);
  response.setHeader("Content-Encoding", "gzip");
  return data.pipe(createGzip()).pipe(response);
});

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

const measured = async (url, port) => {
  const { lhr } = await lighthouse(url, { port, onlyCategories: CATEGORIES, output: "json", logLevel: "error" });
  const scores = CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100));
  const of = (name) => lhr.audits[name].numericValue;
  const missed = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => scoreDisplayMode === "binary" && score === 0);
  return { scores, lcp: of("largest-contentful-paint"), tbt: of("total-blocking-time"), cls: of("cumulative-layout-shift"), missed };
};

await new Promise((done) => server.listen(0, "127.0.0.1", done));
const root = `http://127.0.0.1:${server.address().port}/`;
const chrome = await launch({
  chromePath: env.CHROME_PATH,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"],
});
let low = false;
console.log("| page | performance | accessibility | best practices | SEO | LCP s | TBT ms | CLS |");
console.log("|---|--:|--:|--:|--:|--:|--:|--:|");
for (const page of PAGES) {
  const runs = [];
  for (let round = 0; round < Number(rounds); round += 1) runs.push(await measured(root + page, chrome.port));
  const scores = CATEGORIES.map((_, at) => median(runs.map((run) => run.scores[at])));
  const [lcp, tbt, cls] = ["lcp", "tbt", "cls"].map((name) => median(runs.map((run) => run[name])));
  console.log(`| /${page} | ${scores.join(" | ")} | ${(lcp / 1000).toFixed(2)} | ${Math.round(tbt)} | ${cls.toFixed(3)} |`);
  for (const { id, title } of runs[0].missed) console.log(`  ${id}: ${title}`);
  low ||= CATEGORIES.some((name, at) => scores[at] < WANTED[name]);
}
chrome.kill();
server.close();
exit(low ? 1 : 0);
