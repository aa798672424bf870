/** <search-results>: the search page with results, facets, an address for each state of it. */
import { closesOn, showChips, showSee } from "../facets/parts.js";
import { asksSomething, formatState, PAGE, parseState } from "./address.js";
import { chosenPairs, toggled } from "./choices.js";
import { facetted } from "./facets.js";
import { Facets } from "./narrow.js";
import { markedNodes, openOnSlash, siteOf, whenTyped } from "./page.js";
import { Turns } from "./turns.js";
import { said, statusWord } from "./words.js";

/** Milliseconds from a key to a search: a key that comes meanwhile replaces it. */
const WAIT = 80;
/** Milliseconds without scrolling after which the place counts: browsers bear few changes of a state. */
const SCROLLED = 400;

export class SearchResults extends HTMLElement {
  connectedCallback() {
    if (this.site) return;
    this.site = siteOf(this);
    this.turns = new Turns();
    this.form = this.querySelector("form");
    this.field = this.form.elements.q;
    this.ways = this.querySelector(".ways");
    // A site may have no examples to show.
    this.examples = this.querySelector(".examples") ?? document.createElement("p");
    this.title = document.title;
    const parts = this.querySelector("template").content.cloneNode(true);
    const [recent, results, row, group, all] = parts.children;
    Object.assign(this, { recent, results, row });
    for (const name of ["heading", "count", "tier", "retry", "list", "more"]) {
      this[name] = results.querySelector(`.results__${name}`);
    }
    this.narrow = results.querySelector(".narrowing");
    for (const name of ["facets", "chosen", "see"]) this[name] = results.querySelector(`.narrowing__${name}`);
    this.plain = this.heading.textContent;
    this.groups = new Facets(this.facets, group, all, (name, chosen) => this.choose(name, chosen));
    this.ways.before(recent, results);
    this.listen();
    this.start();
  }

  listen() {
    whenTyped(this.field, () => this.type());
    this.field.addEventListener("focus", () => this.site.ready());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (self.matchMedia("(pointer: coarse)").matches) this.field.blur();
      this.site.recent.add(this.field.value);
      this.change({ text: this.field.value, shown: PAGE });
    });
    this.list.addEventListener("click", () => this.site.recent.add(this.state.text));
    this.more.addEventListener("click", () => this.showMore());
    closesOn(this.see, this.narrow);
    this.recent.querySelector("button").addEventListener("click", () => {
      this.site.recent.clear();
      this.recent.hidden = true;
      this.field.focus();
    });
    this.retry.addEventListener("click", () => this.again());
    addEventListener("popstate", () => this.start());
    this.keepPlace();
    openOnSlash(this.field);
  }

  /** The state that the address says, on arrival and when going back. */
  start() {
    this.state = parseState(location.search);
    this.field.value = this.state.text;
    this.typing = false;
    this.top = (history.state ?? {}).top;
    this.ask();
  }

  /** Results come after the browser has gone to where the reader was and found nothing there. */
  keepPlace() {
    let scrolled;
    const keep = () => this.top || history.replaceState({ ...history.state, top: scrollY }, "");
    addEventListener("scroll", () => {
      clearTimeout(scrolled);
      scrolled = setTimeout(keep, SCROLLED);
    });
    addEventListener("pagehide", keep);
  }

  /** The first letter typed makes a new address, the following ones change it. */
  type() {
    const how = this.typing ? "replaceState" : "pushState";
    this.typing = true;
    this.state = { ...this.state, text: this.field.value, shown: PAGE };
    this.ask({ how, wait: WAIT });
  }

  change(changes, how = "pushState") {
    this.state = { ...this.state, ...changes };
    this.typing = false;
    return this.ask({ how });
  }

  choose(name, value) {
    return this.change({ facets: toggled(this.state.facets, name, value), shown: PAGE });
  }

  /** The focus goes to the next chip, or to where the results begin. */
  async drop(name, value) {
    await this.choose(name, value);
    (this.chosen.querySelector("button") ?? this.results.querySelector("h2")).focus();
  }

  async showMore() {
    const known = this.list.children.length;
    await this.change({ shown: this.state.shown + PAGE }, "replaceState");
    this.list.children[known]?.querySelector("a").focus();
  }

  async ask({ how, wait } = {}) {
    const { state } = this;
    if (how) this.keep(how);
    if (!asksSomething(state)) {
      this.turns.stop();
      return this.rest();
    }
    this.waiting();
    const { text, facets, shown } = state;
    const ask = (signal) => this.site.search(text, { facets, count: facetted, limit: shown, signal });
    try {
      const answer = await this.turns.take(ask, wait);
      if (answer) this.show(answer, state);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Says why there is no answer. A page that is of an earlier release is read anew, once. */
  fail({ reason = "failed", file: path = "", status = "" }) {
    const file = path.split("/").slice(-2).join("/");
    // Past the cache: servers that compare times say of older files that nothing has changed.
    const anew = () => fetch(location.href, { cache: "reload" }).finally(() => location.reload());
    const { engine } = this.dataset;
    const old = reason === "changed" || (reason !== "offline" && file.endsWith(".js"));
    if (old && (history.state ?? {}).reloaded !== engine) {
      try {
        history.replaceState({ reloaded: engine }, "");
        return anew();
      } catch {
        // It could be read anew again and again.
      }
    }
    const { dataset } = this.count;
    this.busy(false);
    this.empty(dataset[reason] ?? dataset.failed, said(this.tier.dataset.failed, { file, status }));
    this.retry.hidden = false;
    this.again = () => (reason === "offline" ? this.ask() : anew());
  }

  keep(how) {
    const query = formatState(this.state);
    if (query === location.search) return;
    try {
      history[how](null, "", query || location.pathname);
    } catch {
      // Some browsers refuse it to pages on a disk, and to pages that do it too often.
    }
  }

  /** Nothing is asked: the page as it is without a script, and what was searched lately. */
  rest() {
    const texts = this.site.recent.list();
    const rows = texts.map((text) => {
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.href = formatState({ text });
      link.textContent = text;
      row.append(link);
      return row;
    });
    this.recent.querySelector("ul").replaceChildren(...rows);
    this.recent.hidden = !rows.length;
    this.results.hidden = true;
    this.ways.hidden = this.examples.hidden = false;
    document.title = this.title;
    this.dataset.state = "rest";
  }

  busy(is) {
    this.results.setAttribute("aria-busy", is);
  }

  /** Until the answer is there, what was found before stays. */
  waiting() {
    this.busy(true);
    this.retry.hidden = true;
    if (this.dataset.state === "found") return;
    this.empty(this.count.dataset.busy, "");
    this.ways.hidden = this.examples.hidden = true;
    this.dataset.state = "busy";
  }

  /** No results, but something to say of it; the ways on are shown instead. */
  empty(said, advice) {
    this.recent.hidden = this.narrow.hidden = this.more.hidden = true;
    this.results.hidden = this.ways.hidden = this.examples.hidden = false;
    this.list.replaceChildren();
    this.heading.textContent = this.plain;
    this.count.textContent = said;
    this.say(advice);
    this.dataset.state = "none";
  }

  say(tier) {
    this.tier.textContent = tier;
    this.tier.hidden = !tier;
  }

  show(answer, { text, facets }) {
    const { total, results } = answer;
    const chosen = chosenPairs(facets);
    const name = text.trim();
    const what = name ? said(this.dataset.title, { text: name }) : this.plain;
    this.busy(false);
    document.title = name ? `${what} · ${this.title}` : this.title;
    if (total) {
      this.results.hidden = false;
      this.recent.hidden = this.ways.hidden = this.examples.hidden = true;
      this.count.textContent = said(this.count.dataset.found, { n: total });
      this.say((answer.approximate && this.tier.dataset[answer.tier]) || "");
      this.list.replaceChildren(...results.map((result) => this.result(result)));
      this.more.hidden = total <= results.length;
      this.more.textContent = said(this.more.dataset.more, { n: total - results.length });
      this.dataset.state = "found";
    } else {
      const why = chosen.length ? "few" : "none";
      this.empty(said(this.count.dataset[why], { text: name }), this.tier.dataset[why] ?? "");
    }
    this.groups.show(answer.facets, facets, total);
    this.narrow.hidden = !this.facets.childElementCount;
    showSee(this.see, chosen.length && total, this.see.dataset.see);
    this.showChosen(chosen);
    this.heading.textContent = said(this.heading.dataset.listed, { what, n: total, shown: results.length });
    if (this.top) scrollTo(0, this.top);
    this.top = 0;
  }

  showChosen(chosen) {
    const chips = chosen.map(([name, value]) => ({
      word: this.groups.label(name, value),
      drop: () => this.drop(name, value),
    }));
    showChips(this.chosen, chips, this.chosen.dataset.remove);
  }

  result(result) {
    const item = this.row.cloneNode(true);
    const link = item.querySelector("a");
    link.href = this.site.address(result.url);
    link.replaceChildren(...markedNodes(result.name, result.marks));
    const fill = (name, text) => {
      const part = item.querySelector(name);
      part.textContent = text;
      if (!text) part.remove();
    };
    fill(".badge", statusWord(result));
    fill(".result__of", [result.label, result.place].filter(Boolean).join(" · "));
    fill(".result__summary", result.summary);
    return item;
  }
}
