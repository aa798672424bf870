/** What a list shows: the whole of it as it came, or what was found, in some order; and how many there are. */
import { inOrder } from "./orders.js";
import { rowOf } from "./rows.js";

/** So many entries are shown, and so many more each time they are asked for. */
const SHOWN = 60;

const said = (sentence, n) => sentence.replace("{n}", n);

export class Listing {
  /** `words` are the sentences it says; `status` and `more` what it says them with. */
  constructor(words, status, more) {
    Object.assign(this, { words, status, more });
    this.list = document.querySelector("[data-values]");
    this.values = this.list.dataset.values;
    this.count = document.querySelector(".listing__count");
    this.pagers = [...document.querySelectorAll(".pager")];
    this.whole = [...this.list.children];
    this.total = this.count.textContent;
    this.isTable = this.list.tagName === "TBODY";
    this.list.closest("table, ul").after(more);
    more.addEventListener("click", () => this.showSome(this.shown + SHOWN));
  }

  set busy(is) {
    if (is) this.list.setAttribute("aria-busy", "true");
    else this.list.removeAttribute("aria-busy");
  }

  /** The found entries in an order; the list as it came where there are none given. `ordered` names the order. */
  show(found, order, isNarrowed, ordered) {
    this.found = found && inOrder(found, order);
    this.count.textContent = isNarrowed ? said(this.words.found, found.length) : this.total;
    for (const pager of this.pagers) pager.hidden = found;
    this.showSome(SHOWN);
    const { textContent: count } = this.count;
    const told = isNarrowed && !found.length ? this.words.none : count;
    this.status.textContent = ordered ? ordered.replace("{list}", told) : told;
  }

  showSome(shown) {
    this.shown = shown;
    const nodes = this.found?.slice(0, shown).map((entry) => this.node(entry)) ?? this.whole;
    this.list.replaceChildren(...nodes);
    const left = (this.found?.length ?? 0) - shown;
    this.more.hidden = left <= 0;
    this.more.textContent = said(this.words.more, left);
  }

  /** An entry as this list shows it: lists of cards have cards alone. */
  node(entry) {
    return this.isTable && entry.node.tagName === "LI" ? rowOf(entry, this.whole[0]) : entry.node;
  }

  /** What was asked for could not be read: the list stays as it was, and the reader is told. */
  fail() {
    this.count.textContent = this.status.textContent = this.words.failed;
  }
}
