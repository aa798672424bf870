/** The script of the pages where numbers are looked up; that of the search box comes with it. */
import { atFloor } from "../search/page.js";
import { NumberLookup } from "./number-lookup.js";

if (atFloor) customElements.define("number-lookup", NumberLookup);
