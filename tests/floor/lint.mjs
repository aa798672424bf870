/**
 * Looks for what the oldest browsers meant do not know in the theme's modules, style sheets and
 * templates: `make check` runs it.
 *
 *     node tests/floor/lint.mjs [FOLDER]
 *
 * FOLDER is templates/ by default. Exits with 1 and tells of every use that is not in allowed.mjs, and of
 * everything in allowed.mjs that is used no more.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { argv, exit } from "node:process";
import { fileURLToPath } from "node:url";
import { ALLOWED } from "./allowed.mjs";
import { FLOOR } from "./compat.mjs";
import { lintCss } from "./css.mjs";
import { lintMarkup } from "./markup.mjs";
import { lintScripts } from "./scripts.mjs";

const THEME = fileURLToPath(new URL("../../templates", import.meta.url));
const folder = argv[2] ?? THEME;
const files = readdirSync(folder, { recursive: true })
  .map((name) => join(folder, name))
  .filter((name) => !name.includes(join("js", "built")))
  .sort();
const ending = (end) => files.filter((name) => name.endsWith(end));
const read = (names) => names.map((file) => ({ file, text: readFileSync(file, "utf8") }));

const found = [
  ...lintCss(read(ending(".css"))),
  ...lintMarkup(read(ending(".html"))),
  ...lintScripts(ending(".js")),
];
const used = new Set();
const refused = found.filter(({ file, feature }) => {
  const name = relative(folder, file);
  const row = ALLOWED.findIndex((one) => one.feature === feature && (!one.files || one.files.includes(name)));
  used.add(row);
  return row < 0;
});
for (const { file, line, feature, lack } of refused) {
  console.log(`${relative(".", file)}:${line}: ${feature} (${lack})`);
}
// What one theme has no use for another may have.
const unused = folder === THEME ? ALLOWED.filter((_, at) => !used.has(at)) : [];
for (const { feature } of unused) console.log(`tests/floor/allowed.mjs: ${feature} is used no more`);
if (refused.length) {
  const floor = Object.entries(FLOOR).map(([name, version]) => `${name} ${version}`);
  console.log(`Not in ${floor.join(", ")}: use something older, put the older way before it, or state in tests/floor/allowed.mjs why it may stay.`);
}
exit(refused.length || unused.length ? 1 : 0);
