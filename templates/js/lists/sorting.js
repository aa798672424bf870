/** The orders of a list as links or buttons: which one it is in, and which it can be brought into here. */

/** A list on more pages than these is not read as a whole: its orders lead to the tables that are there. */
const SHORT = 8;

export class Sorting {
  /** `isOwn` is whether the list on this page is one that the script narrows, not part of another one. */
  constructor(isOwn, isTable) {
    this.nav = document.querySelector(".switch--orders");
    this.items = [...(this.nav?.querySelectorAll("[data-sort]") ?? [])];
    this.given = this.current?.dataset.sort ?? "";
    const isScripts = !!this.nav?.classList.contains("switch--scripted");
    this.isHere = isScripts || (!!this.nav && isOwn && !isTable);
    this.isLong = !isScripts && Number(this.nav?.dataset.pages) > SHORT;
  }

  get current() {
    return this.items.find((item) => item.hasAttribute("aria-current"));
  }

  /** Calls `asked` with an order when it is chosen; links that cannot be done without leaving stay links. */
  listen(asked, isNarrowed) {
    for (const item of this.isHere ? this.items : []) {
      item.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || (this.isLong && !isNarrowed())) return;
        event.preventDefault();
        asked(item.dataset.sort);
      });
    }
  }

  show(order) {
    for (const item of this.items) {
      if (item.dataset.sort === order) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    }
  }

  /** A sentence on a list in this order, "" where it came so. */
  said(order) {
    return order === this.given ? "" : this.nav.dataset.sorted.replace("{order}", this.current.textContent);
  }
}
