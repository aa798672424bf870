/**
 * The table of makers: sorts it by a column, and leaves the chosen rows alone, on screen and on paper.
 * Without it the table stands as it is, in the order of names.
 */
const table = document.querySelector(".makers");
const body = table.tBodies[0];
const rows = [...body.rows];
const heads = [...table.tHead.rows[0].cells];
const choice = document.querySelector(".makers__choice");
const [said, only] = choice.children;
const [label, sorter] = document.getElementById("makers-parts").content.children;
const words = { none: said.textContent, some: said.dataset.some, only: only.textContent, every: only.dataset.every };
const boxes = [];
let alone = false;

const text = (row, column) => row.cells[column].textContent.trim();
const compared = new Intl.Collator("zh", { numeric: true }).compare;

/** Rows that state nothing come last, whichever way the others go; equal ones stay in the order of names. */
const sort = (column, way) => {
  const stated = (row) => !row.cells[column].querySelector(".makers__unstated");
  const order = (one, other) =>
    stated(other) - stated(one) || way * compared(text(one, column), text(other, column)) || rows.indexOf(one) - rows.indexOf(other);
  const sorted = column === 0 ? (way > 0 ? rows : [...rows].reverse()) : [...rows].sort(order);
  body.append(...sorted);
  heads.forEach((head, at) => {
    if (at === column) head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
    else head.removeAttribute("aria-sort");
  });
};

const show = () => {
  const chosen = boxes.filter((box) => box.checked).length;
  if (!chosen) alone = false;
  rows.forEach((row, at) => {
    row.hidden = alone && !boxes[at].checked;
  });
  said.textContent = chosen ? words.some.replace("{n}", chosen) : words.none;
  only.hidden = chosen < 2 && !alone;
  only.textContent = alone ? words.every : words.only;
};

heads.forEach((head, column) => {
  const button = sorter.cloneNode();
  button.textContent = head.textContent;
  button.title = table.dataset.sort.replace("{column}", head.textContent);
  button.addEventListener("click", () => sort(column, head.getAttribute("aria-sort") === "ascending" ? -1 : 1));
  head.textContent = "";
  head.append(button);
});
heads[0].setAttribute("aria-sort", "ascending");

rows.forEach((row) => {
  const name = row.cells[0];
  const chosen = label.cloneNode(true);
  const box = chosen.firstElementChild;
  box.setAttribute("aria-label", table.dataset.choose.replace("{name}", name.firstElementChild.textContent));
  box.addEventListener("change", show);
  name.prepend(chosen);
  boxes.push(box);
});
only.addEventListener("click", () => {
  alone = !alone;
  show();
});
choice.hidden = false;
show();
