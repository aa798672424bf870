/**
 * Puts right the statuses of a page that is older than their change: word, sign and tone. What the page said of
 * the old status is replaced by one sentence that says from which day the new one is. Badges are put right likewise;
 * where a page counts what has changed since, it says so.
 */
import { retoned, turnBadges } from "./badges.js";
import { chinaDay } from "./china-day.js";
import { dueOn, turnsOf } from "./turns-due.js";

/** What a page gives for it, a <template>: the signs by tone, and the sentence. */
const parts = document.getElementById("status-turns");

const signed = (element, tone) => {
  const sign = parts.content.querySelector(`[data-tone=${tone}] svg`);
  element.querySelector("svg").replaceWith(sign.cloneNode(true));
};

const turn = (element, { day, status, tone, word }) => {
  element.dataset.status = status;
  for (const one of [element, ...element.querySelectorAll("[class*='--']")]) retoned(one, tone);
  const shown = element.querySelector("[data-word]");
  shown.textContent = word;
  signed(shown.parentElement, tone);
  const remark = element.querySelector("[data-remark]");
  if (!remark) return;
  remark.textContent = parts.dataset.since.replace("{day}", day).replace("{word}", word);
  remark.hidden = false;
};

/** What was said of all titles together holds no more. */
const recount = (verdict) => {
  verdict.lastElementChild.textContent = verdict.dataset.counted;
  retoned(verdict, "notice");
  signed(verdict, "notice");
};

const today = chinaDay(Date.now());
const due = [...document.querySelectorAll("[data-status][data-transitions]")]
  .map((element) => [element, dueOn(turnsOf(element.dataset.transitions), today)])
  .filter(([, one]) => one);
for (const [element, one] of due) turn(element, one);
turnBadges(document, today);
for (const stale of document.querySelectorAll(".stale")) stale.hidden = stale.dataset.from > today;
if (due.length) document.querySelectorAll("[data-counted]").forEach(recount);
