/** The facets above the results: a disclosure each, with check boxes and counts of entries. */
import { facetBox } from "../facets/parts.js";
import { fewRows } from "./choices.js";
import { said } from "./words.js";

/** Deeper levels are indented no further. */
const DEEPEST = 3;

export class Facets {
  /** `group` is an empty disclosure, `all` an item that asks for all values; `choose(facet, value)` is told of every
   * box that is ticked or cleared. */
  constructor(place, group, all, choose) {
    Object.assign(this, { place, group, all, choose });
    this.labels = new Map();
    this.whole = new Set();
    this.groups = new Map();
    place.addEventListener("change", ({ target }) => choose(target.name, target.value));
  }

  label(name, value) {
    return this.labels.get(`${name} ${value}`) ?? value;
  }

  /** Facets that would narrow nothing are left out; an open one stays open. The focus stays on the box that it was on. */
  show(facets, chosen, total) {
    this.given = [facets, chosen, total];
    const focused = this.place.contains(document.activeElement) ? document.activeElement : null;
    const groups = Object.entries(facets).map(([name, rows]) => {
      for (const row of rows) this.labels.set(`${name} ${row.value}`, row.label);
      const held = chosen[name] ?? [];
      const narrows = held.length > 0 || rows.some((row) => row.count < total);
      return narrows ? this.disclosure(name, rows, held) : null;
    });
    this.place.replaceChildren(...groups.filter(Boolean));
    if (focused?.name) this.boxes(focused.name).find((one) => one.value === focused.value)?.focus();
    else focused?.focus();
  }

  boxes(name) {
    return [...this.place.querySelectorAll(`input[name=${name}]`)];
  }

  disclosure(name, rows, held) {
    if (!this.groups.has(name)) this.groups.set(name, this.group.cloneNode(true));
    const group = this.groups.get(name);
    group.querySelector("summary").textContent = group.dataset[name];
    const shown = this.whole.has(name) ? rows : fewRows(rows, held);
    const items = shown.map((row) => this.item(name, row, held));
    if (shown.length < rows.length) items.push(this.further(name, rows.length));
    group.querySelector("ul").replaceChildren(...items);
    return group;
  }

  item(name, { value, label: word, count, depth = 0 }, held) {
    const note = Object.assign(document.createElement("span"), { className: "note", textContent: count });
    const { label, box } = facetBox(name, value, word, note);
    box.checked = held.includes(value);
    const item = document.createElement("li");
    item.dataset.depth = Math.min(depth, DEEPEST);
    item.append(label);
    return item;
  }

  /** The button for all values of a facet that has many. */
  further(name, number) {
    const item = this.all.cloneNode(true);
    const button = item.firstElementChild;
    button.textContent = said(button.dataset.all, { n: number });
    button.addEventListener("click", () => {
      this.whole.add(name);
      this.show(...this.given);
      this.boxes(name)[0].focus();
    });
    return item;
  }
}
