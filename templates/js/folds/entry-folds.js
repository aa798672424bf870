/**
 * On a phone the tables that are looked up rather than read are folded; without scripts they are open, on paper, too.
 * One that an address leads to stays open.
 */
const phone = matchMedia("(max-width: 39.99rem)");
const folds = [...document.querySelectorAll(".fold")];

const fold = () => {
  for (const one of folds) one.open = !phone.matches || `#${one.querySelector("h2").id}` === location.hash;
};

let before = [];
fold();
addEventListener("resize", () => phone.matches || fold());
addEventListener("beforeprint", () => {
  before = folds.map((one) => one.open);
  for (const one of folds) one.open = true;
});
addEventListener("afterprint", () => folds.forEach((one, at) => (one.open = before[at])));
