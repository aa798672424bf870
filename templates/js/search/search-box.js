/** The script of every page but the search page: the box in its masthead. */
import { SiteSearch } from "./box.js";
import { followPages } from "./disk.js";
import { atFloor } from "./page.js";

if (location.protocol === "file:") followPages(document);
if (atFloor) customElements.define("site-search", SiteSearch);
