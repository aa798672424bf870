/** What facets are made of, on lists and above what was found: check boxes, and chips that take a choice away again. */

/** The check box of a value, with its word and `note`, the element of its number. `box` is the input itself. */
export const facetBox = (facet, value, word, note) => {
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", name: facet, value });
  const text = document.createElement("span");
  text.textContent = word;
  label.append(box, text, note);
  return { label, box };
};

/** Shows the chips of what is chosen: {word, drop} each. `remove` is what a chip does, with {label} for its word. */
export const showChips = (place, chosen, remove) => {
  const items = chosen.map(({ word, drop }) => {
    const chip = document.createElement("button");
    chip.type = "button";
    chip.setAttribute("aria-label", remove.replace("{label}", () => word));
    const cross = Object.assign(document.createElement("span"), { className: "chip__cross", textContent: "×" });
    chip.append(`${word} `, cross);
    chip.addEventListener("click", drop);
    const item = document.createElement("li");
    item.append(chip);
    return item;
  });
  place.hidden = !items.length;
  place.querySelector("ul").replaceChildren(...items);
};

/** The button that leads from open boxes to what was found, where there are `number` things to see. */
export const showSee = (see, number, words) => {
  see.hidden = !number;
  see.textContent = number ? words.replace("{n}", number) : "";
};

/** What is chosen is kept when the boxes are closed. */
export const closesOn = (see, place) =>
  see.addEventListener("click", () => {
    for (const group of place.querySelectorAll("details[open]")) group.open = false;
  });
