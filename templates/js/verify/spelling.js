/** How people write a number: any width, brackets or spaces, Chinese figures, 国知局 for the whole name. */

const FIGURES = "零一二三四五六七八九";
const PLACES = { 十: 10, 百: 100, 千: 1000 };
/** Of the issuers' names; the rest of the traditional characters stands in no number. */
const TRADITIONAL = { 國: "国", 識: "识", 產: "产", 權: "权", 質: "质", 檢: "检", 總: "总", 農: "农", 業: "业", 號: "号", 證: "证", 發: "发", 級: "级", 標: "标", 誌: "志" };
/** What numbers are written with or without. */
const FILLERS = /公告|文件|第|号|年|原|批准|no/g;
const CREDIT_CODE = 18;

/** 六百四十六 and 六四六 alike: "646". */
const digits = (figures) => {
  const known = [...figures].map((one) => (one === "〇" ? 0 : one === "两" ? 2 : FIGURES.indexOf(one)));
  if (!/[十百千]/.test(figures)) return known.join("");
  let sum = 0;
  let one = 0;
  let open = false;
  [...figures].forEach((figure, at) => {
    if (PLACES[figure]) {
      sum += (open ? one : 1) * PLACES[figure];
      open = false;
    } else {
      one = known[at];
      open = true;
    }
  });
  return String(sum + (open ? one : 0));
};

/** One way of writing for all. */
const plainly = (text) =>
  [...text.normalize("NFKC").toLowerCase()]
    .map((char) => TRADITIONAL[char] ?? char)
    .join("")
    .replace(/[〇零一二两三四五六七八九十百千]+/g, digits);

/**
 * A number or what was typed as {plain, runs, words, called}: all letters and digits; the runs of digits without
 * leading zeros; the letters without what is written or left out; whether it says 号.
 */
export const read = (text) => {
  const written = plainly(text);
  let plain = written.replace(/[^\p{L}\p{N}]/gu, "");
  // No credit code has the letters that look like these digits.
  if (plain.length === CREDIT_CODE && /^[\da-z]+$/.test(plain)) plain = plain.replace(/o/g, "0").replace(/i/g, "1");
  const runs = (written.match(/\d+/g) ?? []).map((run) => run.replace(/^0+(?=\d)/, ""));
  const words = written.replace(/[^\p{L}]/gu, "").replace(FILLERS, "");
  return { plain, runs, words, called: written.includes("号") };
};

/** Whether the characters of `some` stand in `all`, in any order. */
const within = (some, all) => {
  const left = [...all];
  return [...some].every((char) => {
    const at = left.indexOf(char);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
};

const bare = (plain) => plain.replace(FILLERS, "");
const digitsOf = (plain) => plain.replace(/\D/g, "");

export const SAME = 3;
export const LIKELY = 2;
export const SAME_DIGITS = 1;

/**
 * How well what was typed fits a number: SAME; LIKELY, where it is a part of it that tells it apart; only the
 * SAME_DIGITS, of another issuer; or 0. `number` is {...read(text), slug, year}.
 */
export const fit = (typed, number) => {
  const { plain, runs, words, called } = typed;
  if (!plain) return 0;
  if (plain === number.plain || plain === number.slug) return SAME;
  if (runs.length && bare(plain) === bare(number.plain)) return SAME;
  if (!runs.length) return words.length > 1 && number.plain.includes(plain) ? LIKELY : 0;
  const proper = number.runs[number.runs.length - 1];
  const known = [...number.runs, number.year];
  const apart = runs.includes(proper) && runs.every((run) => known.includes(run));
  const joined = number.runs.length > 1 && digitsOf(plain) === digitsOf(number.plain);
  if (!apart && !joined) return 0;
  if (called && !number.called && number.words) return SAME_DIGITS;
  return within(words, number.words) || within(number.words, words) ? LIKELY : SAME_DIGITS;
};

/** The numbers that fit best, as {fit, numbers}. */
export const best = (text, numbers) => {
  const typed = read(text);
  const fits = numbers.map((number) => fit(typed, number));
  const most = Math.max(0, ...fits);
  return { fit: most, numbers: most ? numbers.filter((_, at) => fits[at] === most) : [] };
};

/** The last two digits of the number proper, as sitegen/catalogue/numbers.py tells them; "" without digits. */
export const ending = (text) => {
  const figures = text.normalize("NFKC");
  const runs = figures.match(/\d+(?!\d*年)/g) ?? figures.match(/\d+/g) ?? (/[号號]/.test(text) ? read(text).runs : []);
  return runs.length ? runs[runs.length - 1].slice(-2).padStart(2, "0") : "";
};
