/**
 * Builds the scripts of pages from their modules, by esbuild: `make scripts`.
 *
 *     node templates/js/build.mjs [FOLDER]
 *
 * Each entry point (`ENTRY`) becomes one classic script of the same name in FOLDER, built/ by default.
 * built-from.json beside them tells what they were built from, so that a test without
 * esbuild can tell whether they are up to date: digests of the modules and of the scripts.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const FOLDERS = ["elder", "facets", "folds", "lists", "makers", "search", "status", "verify"];
/** The oldest browsers meant, as esbuild names them: "chrome86". */
const FLOOR = Object.entries(JSON.parse(await readFile(join(HERE, "floor.json"), "utf8"))).map(
  ([name, version]) => name + version,
);
const ENTRY = /\/(elder-mode|entry-folds|list-narrowing|makers-table|search-[^/]*|status-turns|verify)\.js$/;
const shared = Object.keys(await import("./search/shared.js"));

/** Makes the script of the fallbacks take the modules it shares with the engine from the engine's script. */
const sharedByEngine = {
  name: "shared-by-engine",
  setup(build) {
    build.onResolve({ filter: /\/shared\.js$/ }, () => ({ path: "shared", namespace: "engine" }));
    build.onLoad({ filter: /^shared$/, namespace: "engine" }, () => ({
      contents: `export const { ${shared.join(", ")} } = self.sitegenEngine.shared;`,
    }));
  },
};

/** What one script has beside the options of all. */
const OWN_OPTIONS = {
  // Pages say how the fallbacks are loaded; the engine's own import() is for modules only.
  "search-engine.js": { external: ["*/fallbacks.js"] },
  "search-fallbacks.js": { plugins: [sharedByEngine] },
};

/** The script of an entry point such as search/search-box.js. */
const built = async (module) => {
  const name = basename(module);
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(HERE, module)],
    bundle: true,
    minify: true,
    format: "iife",
    charset: "utf8",
    legalComments: "none",
    target: FLOOR,
    // esbuild takes the oldest browsers for ones without: arrays with a rest ([a, ...b] = …) went wrong in
    // Safari before 14.1, spread arguments behind ?. of nothing (a?.(...b, c)) in Chrome before 91. No module
    // has either, and a test keeps it so. What Chrome 83 lacks of syntax goes, so that it can be told.
    supported: { destructuring: true, "optional-chain": true, "logical-assignment": false },
    write: false,
    ...OWN_OPTIONS[basename(name)],
  });
  return outputFiles[0].contents;
};

const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");

const folder = argv[2] ?? join(HERE, "built");
await mkdir(folder, { recursive: true });
const modules = [];
for (const at of FOLDERS) {
  const names = (await readdir(join(HERE, at))).filter((name) => name.endsWith(".js")).sort();
  modules.push(...names.map((name) => `${at}/${name}`));
}
const record = { esbuild: esbuild.version, sources: {}, scripts: {} };
for (const name of ["build.mjs", "floor.json", ...modules]) {
  record.sources[name] = digest(await readFile(join(HERE, name)));
}
for (const module of modules.filter((one) => ENTRY.test(one))) {
  const name = basename(module);
  const script = await built(module);
  record.scripts[name] = digest(script);
  await writeFile(join(folder, name), script);
}
await writeFile(join(folder, "built-from.json"), `${JSON.stringify(record, null, 2)}\n`);
