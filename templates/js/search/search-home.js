/** The script of the home page: its search box, and what there is this month. */
import { SiteSearch } from "./box.js";
import { followPages } from "./disk.js";
import { atFloor } from "./page.js";
import { ThisMonth } from "./this-month.js";

if (location.protocol === "file:") followPages(document);
if (atFloor) {
  customElements.define("site-search", SiteSearch);
  customElements.define("this-month", ThisMonth);
}
