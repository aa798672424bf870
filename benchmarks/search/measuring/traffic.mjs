/**
 * What a visitor's browser would be sent of a built site.
 *
 * A server sends text gzipped (level 6 here; a `.gz` file beside it as it lies) and everything else
 * as it is: shards are packed tightly and have no type that servers compress. A file that the same
 * visitor was sent before comes from the browser's cache and costs nothing. Headers do not count.
 */

import { readFile } from "node:fs/promises";
import { extname, join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const TEXT = new Set([".css", ".csv", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".xml"]);

/** Bytes that a server sends for the file at `path`, whose content is `data`. */
export async function sentSize(path, data) {
  const packed = await readFile(`${path}.gz`).catch(() => null);
  if (packed) return Math.min(packed.length, data.length);
  if (!TEXT.has(extname(path))) return data.length;
  return Math.min(gzipSync(data, { level: 6 }).length, data.length);
}

/** The reads of one visitor below `folder`: `read` is what an engine is given. */
export class Traffic {
  #folder;
  #cached = new Set();
  #once = new Set();
  bytes = 0;
  requests = 0;

  constructor(folder) {
    this.#folder = resolve(folder);
  }

  read = async (name) => {
    const path = join(this.#folder, name);
    const below = relative(this.#folder, path);
    if (below.startsWith("..")) throw new Error(`${name} is outside the folder`);
    const data = await readFile(path);
    await this.count(below, path, data);
    return new Uint8Array(data);
  };

  /** Counts a file that was asked for by `name`, unless it is in the cache. */
  async count(name, path, data) {
    if (this.#cached.has(name)) return;
    this.#cached.add(name);
    this.requests += 1;
    const size = await sentSize(path, data); // awaited first: other reads are under way
    this.bytes += size;
  }

  /** Starts counting anew; what was sent stays in the cache. */
  restart() {
    this.bytes = 0;
    this.requests = 0;
  }

  /** Takes everything sent so far as one-time files, which `forget` leaves in the cache. */
  keep() {
    this.#once = new Set(this.#cached);
  }

  /** Empties the cache but for the one-time files. */
  forget() {
    this.#cached = new Set(this.#once);
  }

  get sent() {
    return [...this.#cached].sort();
  }
}
