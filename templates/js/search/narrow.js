/** The facets beside the results: a group of check boxes each, with counts of entries. */
import { fewRows } from "./choices.js";
import { said } from "./words.js";

/** Deeper levels are indented no further. */
const DEEPEST = 3;

export class Facets {
  /** `choose(facet, value)` is told of every box that is ticked or cleared. */
  constructor(place, group, value, choose) {
    Object.assign(this, { place, group, value, choose });
    this.labels = new Map();
    this.whole = new Set();
    place.addEventListener("change", ({ target }) => choose(target.name, target.value));
  }

  label(name, value) {
    return this.labels.get(`${name} ${value}`) ?? value;
  }

  /** Facets that would narrow nothing are left out. The focus stays on the box that it was on. */
  show(facets, chosen, total) {
    this.given = [facets, chosen, total];
    const focused = this.place.contains(document.activeElement) ? document.activeElement : null;
    const groups = Object.entries(facets).map(([name, rows]) => {
      for (const row of rows) this.labels.set(`${name} ${row.value}`, row.label);
      const held = chosen[name] ?? [];
      const narrows = held.length > 0 || rows.some((row) => row.count < total);
      return narrows ? this.section(name, rows, held) : null;
    });
    this.place.replaceChildren(...groups.filter(Boolean));
    if (focused) {
      [...this.place.querySelectorAll("input")]
        .find((one) => one.name === focused.name && one.value === focused.value)
        ?.focus();
    }
  }

  section(name, rows, held) {
    const section = this.group.cloneNode(true);
    section.querySelector("legend").textContent = section.dataset[name];
    const shown = this.whole.has(name) ? rows : fewRows(rows, held);
    section.querySelector("ul").append(...shown.map((row) => this.box(name, row, held)));
    const all = section.querySelector("button");
    all.textContent = said(all.dataset.all, { n: rows.length });
    all.addEventListener("click", () => {
      this.whole.add(name);
      this.show(...this.given);
      this.place.querySelector(`input[name=${name}]`).focus();
    });
    if (shown.length === rows.length) all.remove();
    return section;
  }

  box(name, { value, label, count, depth = 0 }, held) {
    const item = this.value.cloneNode(true);
    const box = item.querySelector("input");
    Object.assign(box, { name, value, checked: held.includes(value) });
    item.dataset.depth = Math.min(depth, DEEPEST);
    item.querySelector(".facets__label").textContent = label;
    item.querySelector(".note").textContent = count;
    return item;
  }
}
