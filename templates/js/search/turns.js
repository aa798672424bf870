/**
 * Questions that come faster than answers. Each waits a little for a newer one; a newer one ends it
 * wherever it is, so that an answer is never shown after one that was asked for later.
 */
export class Turns {
  /** `clock` has a setTimeout. */
  constructor(clock = globalThis) {
    this.clock = clock;
    this.controller = undefined;
  }

  /** What `ask(signal)` gives, after `wait` ms; undefined where it was overtaken or stopped. */
  async take(ask, wait = 0) {
    this.stop();
    const { signal } = (this.controller = new AbortController());
    if (wait) await new Promise((done) => this.clock.setTimeout(done, wait));
    if (signal.aborted) return undefined;
    try {
      const answer = await ask(signal);
      return signal.aborted ? undefined : answer;
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }

  stop() {
    this.controller?.abort();
  }
}
