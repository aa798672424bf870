/** Questions that come faster than answers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Turns } from "../../templates/js/search/turns.js";

/** A clock that stands until it is told to go on. */
class Clock {
  waiting = [];
  setTimeout(done) {
    this.waiting.push(done);
  }
  async go() {
    this.waiting.splice(0).forEach((done) => done());
    await new Promise(setImmediate);
  }
}

/** A question whose answer one gives by hand. */
const question = () => {
  const one = { asked: 0 };
  one.ask = (signal) => {
    one.asked += 1;
    one.signal = signal;
    return new Promise((answer, fail) => Object.assign(one, { answer, fail }));
  };
  return one;
};

test("only the last of several quick questions is asked", async () => {
  const clock = new Clock();
  const turns = new Turns(clock);
  const [first, second, third] = [question(), question(), question()];
  const given = [first, second, third].map((one) => turns.take(one.ask, 80));
  await clock.go();
  assert.deepEqual([first.asked, second.asked, third.asked], [0, 0, 1]);
  third.answer("c");
  assert.deepEqual(await Promise.all(given), [undefined, undefined, "c"]);
});

test("an answer that comes after a newer question is not given", async () => {
  const turns = new Turns(new Clock());
  const [slow, quick] = [question(), question()];
  const late = turns.take(slow.ask);
  const soon = turns.take(quick.ask);
  assert.equal(slow.signal.aborted, true);
  quick.answer("new");
  assert.equal(await soon, "new");
  slow.answer("old");
  assert.equal(await late, undefined);
});

test("a question that is ended may fail in peace, one that stands may not", async () => {
  const turns = new Turns(new Clock());
  const ended = question();
  const given = turns.take(ended.ask);
  turns.stop();
  ended.fail(new Error("aborted"));
  assert.equal(await given, undefined);
  const standing = question();
  const asked = turns.take(standing.ask);
  standing.fail(new Error("no network"));
  await assert.rejects(asked, /no network/);
});

test("stopping keeps a waiting question from being asked", async () => {
  const clock = new Clock();
  const turns = new Turns(clock);
  const one = question();
  const given = turns.take(one.ask, 80);
  turns.stop();
  await clock.go();
  assert.equal(await given, undefined);
  assert.equal(one.asked, 0);
});
