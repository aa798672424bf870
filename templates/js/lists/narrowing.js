/**
 * <list-narrowing>: the facets of a list as check boxes of which several can be ticked. The pages of single
 * values, which readers without scripts are led to, are where the entries and their numbers come from.
 */
import { formatChoices, parseChoices, toggled } from "./choices.js";
import { countsOf, narrowest, passes, together } from "./entries.js";
import { leadFromList, leadFromShare } from "./leading.js";
import { Lists } from "./pages.js";

/** So many entries are shown, and so many more each time they are asked for. */
const SHOWN = 60;

const said = (sentence, n) => sentence.replace("{n}", n);

export class ListNarrowing extends HTMLElement {
  connectedCallback() {
    const { whole, facets } = this.dataset;
    // A narrower list leads on to the whole one, where several values can be chosen, and so do other pages.
    if (whole) leadFromList(this, whole);
    else if (!facets) this.querySelectorAll("[data-whole]").forEach(leadFromShare);
    else if (!this.values) this.begin();
  }

  begin() {
    this.facets = this.dataset.facets.split(" ");
    this.list = document.querySelector("[data-values]");
    this.count = document.querySelector(".listing__count");
    this.chips = this.querySelector(".narrowing__chosen");
    this.rest = [...document.querySelectorAll(".pager, .switch")];
    this.whole = [...this.list.children];
    this.total = this.count.textContent;
    this.lists = new Lists(this.facets);
    this.values = new Map();
    this.counts = {};
    for (const group of this.querySelectorAll("[data-facet]")) this.box(group);
    [this.status, this.see, this.more] = this.querySelector("template").content.cloneNode(true).children;
    this.append(this.status, this.see);
    this.see.addEventListener("click", () => {
      for (const group of this.querySelectorAll("details[open]")) group.open = false;
    });
    this.more.addEventListener("click", () => this.show(this.found, this.shown + SHOWN));
    this.list.closest("table, ul").after(this.more);
    for (const link of this.querySelectorAll(".narrowing__first a")) {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const { facet, value } = this.values.get(link.href);
        this.change(toggled(this.choices, facet, value));
      });
    }
    addEventListener("popstate", () => this.start());
    this.start();
  }

  /** Check boxes in place of the links of a facet. */
  box(group) {
    const { facet } = group.dataset;
    this.counts[facet] = new Map();
    for (const item of group.querySelectorAll("[data-value]")) {
      const link = item.firstElementChild;
      const { value } = item.dataset;
      const label = document.createElement("label");
      const box = Object.assign(document.createElement("input"), { type: "checkbox", name: facet, value });
      const [word, note] = [link.firstChild.textContent.trim(), link.querySelector(".note")];
      this.counts[facet].set(value, Number(note.textContent));
      const text = document.createElement("span");
      text.textContent = word;
      label.append(box, text, note);
      this.values.set(link.href, { facet, value, word, box, note, item, url: link.href });
      link.replaceWith(label);
      box.addEventListener("change", () => this.change(toggled(this.choices, facet, value)));
    }
  }

  start() {
    this.choices = parseChoices(location.search, this.facets, (facet, value) => this.counts[facet]?.has(value));
    this.update();
  }

  change(choices) {
    this.choices = choices;
    history.pushState(null, "", formatChoices(choices, this.facets) || location.pathname);
    this.update();
  }

  /** All entries that have one of the chosen values of the facet that narrows most. */
  async gathered(except) {
    const facet = narrowest(this.choices, this.counts, except);
    if (!facet) return null;
    const lists = this.chosen().filter((one) => one.facet === facet);
    return together(await Promise.all(lists.map(({ url }) => this.lists.at(url))));
  }

  chosen() {
    return [...this.values.values()].filter(({ facet, value }) => this.choices[facet]?.includes(value));
  }

  async update() {
    const asked = this.choices;
    for (const { facet, value, box } of this.values.values()) box.checked = !!asked[facet]?.includes(value);
    this.showChosen();
    this.list.setAttribute("aria-busy", "true");
    try {
      const entries = await this.gathered();
      const counts = await Promise.all(this.facets.map((facet) => this.counted(facet)));
      if (this.choices !== asked) return;
      this.showCounts(counts);
      this.show(entries && entries.filter((entry) => passes(entry, asked)));
    } catch {
      if (this.choices === asked) this.fail();
    }
    this.list.removeAttribute("aria-busy");
  }

  /** The entries with each value of a facet among what the other facets leave. */
  async counted(facet) {
    const entries = await this.gathered(facet);
    return entries
      ? countsOf(entries.filter((entry) => passes(entry, this.choices, facet)), facet)
      : this.counts[facet];
  }

  showCounts(counts) {
    for (const { facet, value, note, item, box } of this.values.values()) {
      const count = counts[this.facets.indexOf(facet)]?.get(value) ?? 0;
      note.textContent = count;
      item.hidden = !count && !box.checked;
    }
  }

  /** The found entries; the whole list where nothing is chosen (null). */
  show(found, shown = SHOWN) {
    Object.assign(this, { found, shown });
    const nodes = found ? found.slice(0, shown).map(({ node }) => node) : this.whole;
    this.list.replaceChildren(...nodes);
    for (const one of this.rest) one.hidden = found;
    this.count.textContent = found ? said(this.dataset.found, found.length) : this.total;
    this.see.hidden = !found?.length;
    this.see.textContent = found && said(this.dataset.see, found.length);
    const left = found ? found.length - shown : 0;
    this.more.hidden = left <= 0;
    this.more.textContent = said(this.dataset.more, left);
    this.status.textContent = found && !found.length ? this.dataset.none : this.count.textContent;
  }

  /** The boxes say what was asked for; the list stays as it was, and the reader is told. */
  fail() {
    this.count.textContent = this.status.textContent = this.dataset.failed;
  }

  showChosen() {
    const chips = this.chosen().map(({ facet, value, word }) => {
      const chip = document.createElement("button");
      chip.type = "button";
      chip.setAttribute("aria-label", this.dataset.remove.replace("{label}", word));
      const cross = Object.assign(document.createElement("span"), { className: "chip__cross", textContent: "×" });
      chip.append(`${word} `, cross);
      chip.addEventListener("click", () => {
        this.change(toggled(this.choices, facet, value));
        (this.chips.querySelector("button") ?? this.querySelector("summary")).focus();
      });
      const item = document.createElement("li");
      item.append(chip);
      return item;
    });
    this.chips.hidden = !chips.length;
    this.chips.querySelector("ul").replaceChildren(...chips);
  }
}

