/** The script of the search page. */
import { SearchResults } from "./finder.js";

customElements.define("search-results", SearchResults);
