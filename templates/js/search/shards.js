/**
 * One index: its directory, its shards, and the postings of keys. See sitegen/search/shards.py for
 * the form of both. Keys and ids together are one number of `bits` bits.
 */

import { Reader, bytesOf } from "./bytes.js";

/** Bytes of the checksum in the name of a file. */
const CHECKSUM = 3;
const HEX = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The tree of a directory: [low, high], or the checksum of a file in hexadecimal, "" for nothing. */
export const tree = (bytes) => {
  const reader = new Reader(bytes);
  const bits = reader.take(reader.number());
  let at = 0;
  const bit = () => (bits[at >> 3] >> (7 - (at++ & 7))) & 1;
  const grow = () => {
    if (bit()) return [grow(), grow()];
    return bit() ? HEX(reader.take(CHECKSUM)) : "";
  };
  return grow();
};

/** The lists of a shard: bytes by key. */
export const lists = (bytes) => {
  const reader = new Reader(bytes);
  const found = new Map();
  for (let key = 0; reader.more; ) {
    key += reader.number();
    found.set(key, reader.take(reader.number()));
  }
  return found;
};

export class Index {
  /** `files.parsed(name, make)` gives what `make` makes of the bytes of a file. */
  constructor(prefix, name, [keyBits, idBits, directory], files) {
    Object.assign(this, { prefix, name, keyBits, idBits, directory, files });
    this.bits = keyBits + idBits;
    this.ids = 2 ** idBits;
  }

  async root(signal) {
    const there = this.directory;
    const own = there.startsWith(":")
      ? await this.files.parsed(this.prefix + there.slice(1), (bytes) => bytes)
      : bytesOf(there);
    this.paged = own[0] === 1;
    return tree(own.subarray(1));
  }

  /** [name, low, high] of the files that hold something from `low` up to `high`, in order. */
  async shards(low, high, signal) {
    this.top ??= await this.root(signal);
    const found = this.walk(this.top, 1, 0, low, high);
    if (!this.paged) return found;
    const pages = found.map(async ([name, , , path, depth]) => {
      const page = await this.files.parsed(name, tree, signal);
      return this.walk(page, path, depth, low, high);
    });
    return (await Promise.all(pages)).flat();
  }

  walk(node, path, depth, low, high) {
    const size = 2 ** (this.bits - depth);
    const start = (path - 2 ** depth) * size;
    if (!node || start > high || start + size <= low) return [];
    if (typeof node === "string") {
      const name = `${this.prefix}${this.name}${path.toString(16)}-${node}.bin`;
      return [[name, start, start + size - 1, path, depth]];
    }
    return [
      ...this.walk(node[0], path * 2, depth + 1, low, high),
      ...this.walk(node[1], path * 2 + 1, depth + 1, low, high),
    ];
  }

  /** The files for keys from `key` to `last` and ids from `from` to `to`. */
  find(key, last, from, to, signal) {
    return this.shards(key * this.ids + from, last * this.ids + to, signal);
  }

  /** Calls `give(key, bytes)` for every list in the files between the keys. */
  async read(found, key, last, give, signal) {
    const parsed = await Promise.all(
      found.map(([name]) => this.files.parsed(name, lists, signal)),
    );
    for (const shard of parsed) {
      if (key === last) {
        if (shard.has(key)) give(key, shard.get(key));
      } else {
        for (const [own, bytes] of shard) if (own >= key && own <= last) give(own, bytes);
      }
    }
  }
}
