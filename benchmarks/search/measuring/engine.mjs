/** The search engine of a built site, reading the site's own files. */

import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";
import { Traffic, sentSize } from "./traffic.mjs";

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const MODULE = join(REPOSITORY, "templates/js/search/engine.js");
const JOINED = /^engine-[0-9a-f]+\.js$/;
const FAR = /^far-[0-9a-f]+\.js$/;
const ON_EVERY_PAGE = /^site-[0-9a-f]+\.js$/;
const IMPORT = /^\s*(?:import|export)\b[^;]*?\bfrom\s+"(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm;

/**
 * `start()` opens the engine and waits until it is ready; `traffic` counts what it reads below the
 * site's search/ folder; `script` is the JavaScript that a searching visitor is sent.
 *
 * The engine is `module` where that is given, else the joined script among the site's assets, else
 * the modules of the theme.
 */
export async function engineOf(site, module) {
  const { open, script, far } = (!module && (await joined(site))) || (await modules(module ?? MODULE));
  const traffic = new Traffic(join(site, "search"));
  const start = async () => {
    const engine = open(traffic.read, far && (() => far(traffic)));
    await engine.ready();
    return engine;
  };
  return { start, traffic, script };
}

/**
 * The classic script that sets `self.sitegenEngine`; its weight has that of the box's beside it.
 * `far` loads the script with what is seldom needed, as a page does, and its bytes count then.
 */
async function joined(site) {
  const assets = join(site, "assets");
  const names = await readdir(assets).catch(() => []);
  const name = names.find((file) => JOINED.test(file));
  if (!name) return null;
  const self = {};
  const run = (path, source) => runInThisContext(`(function (self) {${source}\n})`, { filename: path })(self);
  const path = join(assets, name);
  run(path, await readFile(path, "utf8"));
  const sent = [name, ...names.filter((file) => ON_EVERY_PAGE.test(file))];
  const sizes = sent.map(async (file) => {
    const whole = join(assets, file);
    return sentSize(whole, await readFile(whole));
  });
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  const later = names.find((file) => FAR.test(file));
  const far = async (traffic) => {
    const data = await traffic.send(join(assets, later));
    if (!self.sitegenFar) run(join(assets, later), data.toString("utf8"));
    return self.sitegenFar;
  };
  return { open: self.sitegenEngine.open, script: { file: path, bytes }, far: later && far };
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
