/** The script of every page but the search page: the box in its masthead. */
import { SiteSearch } from "./box.js";

customElements.define("site-search", SiteSearch);
