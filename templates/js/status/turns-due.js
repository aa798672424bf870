/** Changes of a status, as a page has them in data-transitions: "2027-01-01 expired ended 已过登记有效期, …". */

/** [{day, status, tone, word}, …], the earliest first. */
export const turnsOf = (text) =>
  text.split(", ").map((turn) => {
    const words = turn.split(" ");
    const [day, status, tone] = words;
    return { day, status, tone, word: words.slice(3).join(" ") };
  });

/** The last of the changes that have come by an ISO day; undefined where none has. */
export const dueOn = (turns, today) => turns.filter(({ day }) => day <= today).pop();
