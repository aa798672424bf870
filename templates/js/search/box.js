/** <site-search>: suggestions below the search box while one types. A combobox with a listbox. */
import { asksSomething } from "./address.js";
import { pressed } from "./keys.js";
import { markedNodes, openOnSlash, siteOf, whenTyped } from "./page.js";
import { Turns } from "./turns.js";
import { said, statusWord } from "./words.js";

/** Milliseconds from a key to a search: a key that comes meanwhile replaces it. */
const WAIT = 80;
const MOST_SUGGESTIONS = 8;

const attributes = (element, values) => {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
};

export class SiteSearch extends HTMLElement {
  connectedCallback() {
    if (this.site) return;
    this.site = siteOf(this);
    this.turns = new Turns();
    this.form = this.querySelector("form");
    this.field = this.form.elements.q;
    this.popup = this.closest("[popover]");
    this.active = -1;
    const parts = this.querySelector("template").content.cloneNode(true);
    [this.panel, this.option, this.status] = parts.children;
    [this.note, this.list, this.clear] = this.panel.children;
    this.list.id = `${this.field.id}-list`;
    this.append(this.panel, this.status);
    attributes(this.list, { role: "listbox", "aria-label": this.list.dataset.label });
    attributes(this.option, { role: "option" });
    attributes(this.field, {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": this.list.id,
    });
    this.listen();
    this.close();
    if (document.activeElement === this.field) this.wake();
  }

  listen() {
    const composes = whenTyped(this.field, () => this.ask());
    this.field.addEventListener("compositionstart", () => this.turns.stop());
    this.field.addEventListener("focus", () => this.wake());
    this.field.addEventListener("click", () => this.panel.hidden && this.ask());
    this.field.addEventListener("keydown", (event) => composes(event) || this.press(event));
    this.form.addEventListener("submit", () => this.site.recent.add(this.field.value));
    this.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.contains(relatedTarget)) this.close();
    });
    // The field keeps the focus while a suggestion is pressed.
    this.panel.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", () => this.site.recent.add(this.field.value));
    this.clear.addEventListener("click", () => {
      this.site.recent.clear();
      this.field.focus();
      this.close();
    });
    if (this.popup?.showPopover) this.listenToPopup();
    addEventListener("pageshow", ({ persisted }) => persisted && this.close());
    openOnSlash(this.field, () => this.show());
  }

  /** Opened by script instead of by itself: phones show a keyboard only for a focus within the tap. */
  listenToPopup() {
    const opener = `[popovertarget="${this.popup.id}"]:not([popovertargetaction])`;
    document.querySelector(opener)?.addEventListener("click", (event) => {
      event.preventDefault();
      this.show();
      this.field.focus();
    });
    this.popup.addEventListener("toggle", ({ newState }) => newState === "closed" && this.close());
  }

  show() {
    if (!this.field.getClientRects().length) this.popup?.showPopover?.();
  }

  wake() {
    this.site.ready();
    this.ask();
  }

  async ask() {
    const text = this.field.value.trim();
    if (!asksSomething({ text })) {
      this.turns.stop();
      return text ? this.close() : this.offerRecent();
    }
    const ask = (signal) => this.site.search(text, { limit: MOST_SUGGESTIONS, signal });
    try {
      const answer = await this.turns.take(ask, WAIT);
      if (answer) this.offer(text, answer);
    } catch ({ reason = "failed" }) {
      this.open([], reason, {});
      this.status.textContent = this.note.textContent;
    }
  }

  offer(text, answer) {
    const rows = answer.results.map((result) => {
      const word = statusWord(result);
      const of = [word, result.label, result.place].filter(Boolean).join(" · ");
      return this.row(this.site.address(result.url), markedNodes(result.name, result.marks), of);
    });
    if (answer.total > rows.length) {
      const all = said(this.option.dataset.all, { n: answer.total });
      rows.push(this.row(this.resultsOf(text), [all], ""));
    }
    const note = answer.total ? (answer.approximate ? answer.tier : "") : "none";
    this.open(rows, note, { text });
    this.status.textContent = answer.total
      ? [note && this.note.textContent, said(this.status.dataset.found, { n: answer.total })]
          .filter(Boolean)
          .join("。")
      : this.note.textContent;
  }

  offerRecent() {
    const texts = this.site.recent.list();
    if (!texts.length) return this.close();
    const rows = texts.map((text) => this.row(this.resultsOf(text), [text], ""));
    this.open(rows, "recent", {}, true);
    this.status.textContent = this.note.textContent;
  }

  resultsOf(text) {
    return `${this.form.getAttribute("action")}?q=${encodeURIComponent(text)}`;
  }

  row(href, words, of) {
    const row = this.option.cloneNode(true);
    row.href = href;
    const [name, more] = row.children;
    name.append(...words);
    if (of) more.textContent = of;
    else more.remove();
    return row;
  }

  /** Shows the rows, unless the reader has gone elsewhere meanwhile. */
  open(rows, note, values, clearable = false) {
    if (document.activeElement !== this.field) return;
    rows.forEach((row, at) => (row.id = `${this.field.id}-${at}`));
    this.list.replaceChildren(...rows);
    this.list.hidden = rows.length === 0;
    this.note.textContent = said(this.note.dataset[note] ?? "", values);
    this.note.hidden = !note;
    this.clear.hidden = !clearable;
    this.panel.hidden = false;
    this.field.setAttribute("aria-expanded", rows.length > 0);
    this.activate(-1);
  }

  close() {
    this.turns.stop();
    this.panel.hidden = true;
    this.status.textContent = "";
    this.field.setAttribute("aria-expanded", false);
    this.activate(-1);
  }

  activate(at) {
    this.active = at;
    [...this.list.children].forEach((row, own) => row.setAttribute("aria-selected", own === at));
    const row = this.list.children[at];
    if (row) {
      this.field.setAttribute("aria-activedescendant", row.id);
      row.scrollIntoView({ block: "nearest" });
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { active, list } = this;
    const open = !this.panel.hidden;
    const does = pressed(event.key, { open, count: list.children.length, active });
    if (!does) return;
    if (!does.pass) event.preventDefault();
    if ("active" in does) this.activate(does.active);
    if (does.act === "open") this.ask();
    if (does.act === "close") this.close();
    if (does.act === "follow") list.children[active].click();
  }
}
