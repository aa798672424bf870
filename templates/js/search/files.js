/** The files of the index, each read once: as bytes, or as what is made of them. */

import { checksum } from "./checksum.js";
import { failure } from "./failure.js";

/** Of more files those that were not needed for longest are let go. */
const MOST_KEPT = 400;
/** A name that ends in the checksum of its file. In names of cards the digest is that of several files. */
const CHECKED = /^(?!cards).*-(\w{6})\.\w+$/;

export class Files {
  /** `read(name, fresh)` gives the bytes of a file; `fresh` is for one that no cache may answer with. */
  constructor(read) {
    this.reading = new Map();
    this.read = read;
  }

  /** Keeps promises: two queries that need one file wait for one reading. A failure is not kept. */
  once(key, make) {
    let found = this.reading.get(key);
    if (found) {
      this.reading.delete(key);
    } else {
      found = make().catch((error) => {
        this.reading.delete(key);
        throw error;
      });
    }
    this.reading.set(key, found);
    if (this.reading.size > MOST_KEPT) this.reading.delete(this.reading.keys().next().value);
    return found;
  }

  /** What `make` makes of the bytes. Where they are wrong they are asked for once more: a cache may have kept them. */
  parsed(name, make) {
    const attempt = async (fresh) => {
      const bytes = await this.read(name, fresh);
      const checked = CHECKED.exec(name);
      if (!checked || checked[1] === checksum(bytes)) return make(bytes);
      throw failure("wrong", name);
    };
    return this.once(name, () =>
      attempt(false).catch((error) => {
        if (error.reason === "wrong") return attempt(true);
        throw error;
      }),
    );
  }

  /** The value in a file of JSON. It must have `field`, if given: servers have error messages in JSON, too. */
  json(name, field) {
    return this.parsed(name, (bytes) => {
      const text = new TextDecoder().decode(bytes);
      try {
        const value = JSON.parse(text);
        if (!field || field in value) return value;
      } catch {
        // A page, or a part of the file.
      }
      throw failure("wrong", name);
    });
  }
}
