/** The files of the index, each read once: as bytes, or as what is made of them. */

/** Of more files those that were not needed for longest are let go. */
const MOST_KEPT = 400;

export class Files {
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

  get(name) {
    return this.once(name, () => this.read(name));
  }

  parsed(name, make) {
    return this.once(`${name}|`, async () => make(await this.read(name)));
  }

  json(name) {
    return this.parsed(name, (bytes) => JSON.parse(new TextDecoder().decode(bytes)));
  }
}
