/** Statuses change on their day in China, wherever and in whatever year the page is read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { chinaDay } from "../../templates/js/status/china-day.js";
import { dueOn, turnsOf } from "../../templates/js/status/turns-due.js";

test("the day in China begins at 16:00 UTC of the day before", () => {
  const days = {
    "2026-12-31T15:59:59.999Z": "2026-12-31",
    "2026-12-31T16:00:00.000Z": "2027-01-01",
    "2028-02-28T16:00:00.000Z": "2028-02-29",
    "2028-02-29T16:00:00.000Z": "2028-03-01",
    "2036-06-30T23:00:00.000+08:00": "2036-06-30",
    "2099-12-31T23:59:59.000-11:00": "2100-01-01",
  };
  for (const [moment, day] of Object.entries(days)) assert.equal(chinaDay(Date.parse(moment)), day, moment);
});

const TURNS = turnsOf("2027-01-01 review-due notice 待复核, 2028-01-01 expired ended 已过登记有效期");

test("of several changes the last that has come counts", () => {
  const status = (day) => dueOn(TURNS, day)?.status;
  assert.equal(status("2026-12-31"), undefined);
  assert.equal(status("2027-01-01"), "review-due");
  assert.equal(status("2027-12-31"), "review-due");
  assert.equal(status("2028-01-01"), "expired");
  assert.equal(status("2041-07-01"), "expired");
});

test("the word may have spaces", () => {
  assert.deepEqual(turnsOf("2027-01-01 expired ended registered term passed"), [
    { day: "2027-01-01", status: "expired", tone: "ended", word: "registered term passed" },
  ]);
});
