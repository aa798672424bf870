/** The search engine of a built site, reading the site's own files. */

import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Traffic, sentSize } from "./traffic.mjs";

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const MODULE = join(REPOSITORY, "templates/js/search/engine.js");
const SCRIPT = /^search.*\.js$/;
const IMPORT = /^\s*(?:import|export)\b[^;]*?\bfrom\s+"(\.[^"]+)"/gm;

/**
 * `start()` opens the engine and waits until it is ready; `traffic` counts what it reads below the
 * site's search/ folder; `script` is the JavaScript that a page of the site loads for it.
 */
export async function engineOf(site, module = MODULE) {
  const path = resolve(module);
  const { open } = await import(pathToFileURL(path));
  const traffic = new Traffic(join(site, "search"));
  const start = async () => {
    const engine = open(traffic.read);
    await engine.ready();
    return engine;
  };
  return { start, traffic, script: await scriptOf(site, path) };
}

/** The joined script in the site's assets; where there is none yet, the modules put together. */
async function scriptOf(site, module) {
  const assets = join(site, "assets");
  const names = await readdir(assets).catch(() => []);
  const name = names.filter((file) => SCRIPT.test(file)).sort()[0];
  if (name) {
    const path = join(assets, name);
    return { file: path, bytes: await sentSize(path, await readFile(path)) };
  }
  const parts = await modulesOf(module);
  return { file: module, bytes: await sentSize(module, Buffer.concat(parts)) };
}

/** The module and all that it imports from beside it, each once. */
async function modulesOf(path, seen = new Set()) {
  if (seen.has(path)) return [];
  seen.add(path);
  const source = await readFile(path, "utf8");
  const beside = [...source.matchAll(IMPORT)].map(([, name]) => resolve(dirname(path), name));
  const parts = [Buffer.from(source)];
  for (const other of beside) parts.push(...(await modulesOf(other, seen)));
  return parts;
}
