/** The script of lists. From a disk, where no page can be read, the links that are there stay. */
import { ListNarrowing } from "./narrowing.js";

if (location.protocol !== "file:" && "replaceChildren" in document) {
  customElements.define("list-narrowing", ListNarrowing);
} else {
  for (const orders of document.querySelectorAll(".switch--scripted")) orders.remove();
}
