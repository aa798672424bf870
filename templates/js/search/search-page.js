/** The script of the search page. */
import { followPages } from "./disk.js";
import { SearchResults } from "./finder.js";

if (location.protocol === "file:") followPages(document);
customElements.define("search-results", SearchResults);
