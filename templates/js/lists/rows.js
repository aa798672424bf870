/** A row of a table made of a card: the lists of single values have cards, and say the same. */
const DIGITS_OF_A_YEAR = 4;

/** The row of an entry, with the cells of `model`, a row that is there. */
export const rowOf = ({ node, newest }, model) => {
  const row = model.cloneNode(true);
  const cell = (name, ...content) => {
    const there = row.querySelector(`.entries__${name}`);
    if (there) there.replaceChildren(...content);
  };
  const text = (name) => node.querySelector(`.card__${name}`)?.textContent ?? "";
  const link = node.querySelector(".card__name a").cloneNode(true);
  row.querySelector("a").replaceWith(link);
  cell("place", text("place"));
  cell("kind", node.dataset.label ?? text("label"));
  cell("titles", ...[...node.querySelectorAll(".badge")].map((badge) => badge.cloneNode(true)));
  cell("year", newest.slice(0, DIGITS_OF_A_YEAR));
  return row;
};
