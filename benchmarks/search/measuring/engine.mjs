/** The search engine of a built site, reading the site's own files. */

import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Traffic, sentSize } from "./traffic.mjs";

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const MODULE = join(REPOSITORY, "templates/js/search/engine.js");
const SCRIPT = /^search.*\.js$/;

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

/** The joined script in the site's assets, else the module itself. */
async function scriptOf(site, module) {
  const assets = join(site, "assets");
  const names = await readdir(assets).catch(() => []);
  const name = names.filter((file) => SCRIPT.test(file)).sort()[0];
  const path = name ? join(assets, name) : module;
  return { file: path, bytes: await sentSize(path, await readFile(path)) };
}
