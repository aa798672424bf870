/** <number-lookup>: a field that finds a number in the list of the page, or a name in the search of the site. */
import { completed } from "../search/disk.js";
import { siteOf, whenTyped } from "../search/page.js";
import { Turns } from "../search/turns.js";
import { said } from "../search/words.js";
import { chinaDay } from "../status/china-day.js";
import { answerTo } from "./answers.js";
import { ending, read } from "./spelling.js";

/** Milliseconds from a key to an answer. */
const WAIT = 150;

/** The numbers that the page lists. */
const listed = (document) =>
  [...document.querySelectorAll(".numbers li")].map((item) => {
    const link = item.querySelector("a");
    const slug = link.pathname.replace(/\/(?:index\.html)?$/, "").split("/").pop();
    const { year = "", tone, transitions = "9" } = item.dataset;
    const note = item.querySelector(".note")?.textContent ?? "";
    const line = { text: link.textContent, url: link.href, note, changed: transitions <= chinaDay(Date.now()) };
    return { ...read(line.text), slug: slug.replace(/-/g, ""), year, tone, line };
  });

export class NumberLookup extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    this.site = siteOf(this);
    this.turns = new Turns();
    this.form = this.querySelector("form");
    this.field = this.form.elements.q;
    this.numbers = listed(document);
    this.answer = this.querySelector("template").content.cloneNode(true).firstElementChild;
    this.form.after(this.answer);
    // The list of a very large site is read on one of its pages.
    this.elsewhere = this.dataset.list;
    whenTyped(this.field, () => this.elsewhere || this.ask(WAIT));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (self.matchMedia("(pointer: coarse)").matches) this.field.blur();
      this.keep();
      if (!this.goes()) this.ask();
    });
    this.field.value = new URLSearchParams(location.search).get("q") ?? "";
    if (this.field.value && !this.goes()) this.ask();
    else this.answer.hidden = true;
  }

  /** Goes to the page that lists numbers with this ending, unless this is it. */
  goes() {
    const text = this.field.value.trim();
    if (!this.elsewhere || !text) return false;
    const page = completed(new URL(`${this.elsewhere}${ending(text) || "other"}/`, document.baseURI));
    const known = [...document.querySelectorAll("#numbers .chips a")].some((link) => completed(new URL(link.href)).pathname === page.pathname);
    if (!known || page.pathname === completed(new URL(location.href)).pathname) return false;
    page.search = `?q=${encodeURIComponent(text)}`;
    location.assign(page);
    return true;
  }

  /** The address says what was asked, so that it can be sent to others. */
  keep() {
    const text = this.field.value.trim();
    try {
      history.replaceState(null, "", text ? `?q=${encodeURIComponent(text)}` : location.pathname);
    } catch {
      // Some browsers refuse it to pages on a disk.
    }
  }

  async ask(wait = 0) {
    const text = this.field.value.trim();
    if (!read(text).plain) {
      this.turns.stop();
      this.answer.hidden = true;
      return;
    }
    const search = (signal) => (words) => this.site.search(words, { limit: 20, signal });
    try {
      const answer = await this.turns.take((signal) => answerTo(text, this.numbers, search(signal)), wait);
      if (answer) this.show(answer, text);
    } catch {
      this.show({ kind: "failed", lines: [], entries: [] }, text);
    }
  }

  show({ kind, lines, entries }, text) {
    const { dataset } = this.answer;
    const [verdict, advice, list] = this.answer.children;
    const tone = { listed: "current", named: "current", ended: "ended" }[kind] ?? "notice";
    verdict.className = `verdict verdict--${tone}`;
    for (const icon of verdict.querySelectorAll("[data-tone]")) icon.hidden = icon.dataset.tone !== tone;
    verdict.lastElementChild.textContent = said(verdict.dataset[kind], { text });
    advice.textContent = advice.dataset[kind] ?? "";
    advice.hidden = !advice.textContent;
    const rows = [
      ...entries.map((one) => this.row(one.name, this.pageOf(one), [one.label, one.place, one.standing].filter(Boolean).join(" · "))),
      ...lines.map((line) => this.row(line.text, line.url, line.changed ? dataset.changed : line.note)),
    ];
    list.replaceChildren(...rows);
    list.hidden = !rows.length;
    this.answer.hidden = false;
  }

  pageOf({ url }) {
    return completed(new URL(this.site.address(url), document.baseURI)).href;
  }

  row(text, url, words) {
    const row = document.createElement("li");
    const link = document.createElement("a");
    const note = document.createElement("span");
    Object.assign(link, { href: url, textContent: text });
    Object.assign(note, { className: "note", textContent: words });
    row.append(link, " ", note);
    return row;
  }
}
