/**
 * A site opened from a disk. Pages link to folders (`gi/`): a server answers with the folder's index.html,
 * a browser that reads a disk shows a list of files. So where the page came from a disk, the address of a
 * link is completed before it is followed. Only `followPages` knows the DOM.
 */

/** Completes an address (a link or a URL) on a disk that ends in a folder; query and fragment stay. */
export const completed = (address) => {
  if (address.protocol === "file:" && address.pathname.endsWith("/")) {
    address.pathname += "index.html";
  }
  return address;
};

/**
 * Makes links and forms of the page lead to pages, also those that are added later. A press and the focus
 * come before a click, a middle click, the menu of a link and Enter; a script's own click has neither.
 */
export const followPages = (document) => {
  const complete = ({ target }) => {
    const link = target.closest?.("a[href]");
    if (link) completed(link);
  };
  for (const event of ["pointerdown", "focusin", "click"]) {
    document.addEventListener(event, complete, true);
  }
  const send = ({ target: form }) => {
    const action = new URL(form.getAttribute("action") ?? "", document.baseURI);
    form.setAttribute("action", completed(action).href);
  };
  document.addEventListener("submit", send, true);
};
