/** The script of the search page. */
import { parseState } from "./address.js";
import { followPages } from "./disk.js";
import { SearchResults } from "./finder.js";
import { atFloor } from "./page.js";

/** The page says that no script searches here; the field says for what it was asked to. */
const unable = (finder) => {
  finder.querySelector("input").value = parseState(location.search).text;
};

if (location.protocol === "file:") followPages(document);
if (atFloor) customElements.define("search-results", SearchResults);
else unable(document.querySelector("search-results"));
