/** The search engine of a built site, reading the site's own files. */

import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";
import { Traffic, sentSize } from "./traffic.mjs";

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const MODULE = join(REPOSITORY, "templates/js/search/engine.js");
const FOLDER = "https://site.invalid/search/";
const IMPORT = /^\s*(?:import|export)\b[^;]*?\bfrom\s+"(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm;

/**
 * `start()` opens the engine and waits until it is ready; `traffic` counts what it reads below the
 * site's search/ folder; `script` is the JavaScript that a searching visitor is sent at first.
 *
 * The engine is `module` where that is given, else the built script among the site's assets, else
 * the modules of the theme.
 */
export async function engineOf(site, module) {
  const traffic = new Traffic(join(site, "search"));
  const found = (!module && (await built(site, traffic))) || (await modules(module ?? MODULE));
  const start = async () => {
    const engine = found.open(traffic.read);
    await engine.ready();
    return engine;
  };
  return { start, traffic, script: found.script };
}

/**
 * The classic scripts of a site: that of the engine sets `self.sitegenEngine` and weighs together with
 * that of the box; that of the fallbacks sets `self.sitegenFallbacks` and counts when an engine first
 * asks for it.
 */
async function built(site, traffic) {
  const assets = join(site, "assets");
  const names = await readdir(assets).catch(() => []);
  const path = (name) => {
    const file = names.find((one) => one.startsWith(`${name}-`) && one.endsWith(".js"));
    return file && join(assets, file);
  };
  const engine = path("search-engine");
  if (!engine) return null;
  const self = {};
  await load(engine, self);
  const loadFallbacks = async () => {
    const file = path("search-fallbacks");
    await traffic.count("search-fallbacks", file, await readFile(file));
    if (!self.sitegenFallbacks) await load(file, self);
    return self.sitegenFallbacks;
  };
  const bytes = await Promise.all([engine, path("search-box")].filter(Boolean).map(weight));
  const scripts = [engine, path("search-fallbacks")].map((file) => basename(file));
  return {
    open: (read) =>
      self.sitegenEngine.open(FOLDER, {
        fetched: async (url) => (await read(url.slice(FOLDER.length))).slice().buffer,
        loadFallbacks,
        scripts,
      }),
    script: { file: engine, bytes: bytes.reduce((sum, size) => sum + size, 0) },
  };
}

async function load(path, self) {
  const source = await readFile(path, "utf8");
  runInThisContext(`(function (self) {${source}\n})`, { filename: path })(self);
}

async function weight(path) {
  return sentSize(path, await readFile(path));
}

/** A module, weighed together with all that it imports from beside it. */
async function modules(name) {
  const path = resolve(name);
  const { open } = await import(pathToFileURL(path));
  const whole = Buffer.concat(await sources(path));
  return { open, script: { file: path, bytes: await sentSize(path, whole) } };
}

async function sources(path, seen = new Set()) {
  if (seen.has(path)) return [];
  seen.add(path);
  const source = await readFile(path, "utf8");
  const parts = [Buffer.from(source)];
  for (const [, fixed, later] of source.matchAll(IMPORT)) {
    parts.push(...(await sources(resolve(dirname(path), fixed ?? later), seen)));
  }
  return parts;
}
