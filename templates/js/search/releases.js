/**
 * A site is published anew while people read it. An engine reads the files of one release; where one of them
 * is gone or they do not fit together, another engine takes its place, whose roots come from the server and
 * no cache, and it is asked once more.
 */
export class Releases {
  /** `open(fresh)` makes an engine. */
  constructor(open) {
    this.open = open;
    this.engine = open(false);
  }

  ready() {
    return this.engine.ready();
  }

  async search(text, options = {}) {
    const { engine } = this;
    try {
      return await engine.search(text, options);
    } catch (error) {
      const aborted = options.signal && options.signal.aborted;
      if (aborted || !error.reason || error.reason === "offline") throw error;
      if (this.engine === engine) this.engine = this.open(true);
      return this.engine.search(text, options);
    }
  }
}
