/** Chinese figures in the numbers of notices: 二〇一三年第一百三十六号. */

const NUMBER = /[〇○零一二三四五六七八九十百千]+(?=[年号])/g;
const FIGURES = "零一二三四五六七八九";
const UNITS = { 十: 10, 百: 100, 千: 1000 };

/** 一三六 and 一百三十六 → 136. */
const inDigits = (figures) => {
  let digits = "";
  let sum = 0;
  for (const char of figures) {
    const unit = UNITS[char];
    if (unit) {
      sum += unit * (Number(digits) || 1);
      digits = "";
    } else {
      digits += Math.max(0, FIGURES.indexOf(char));
    }
  }
  return sum ? String(sum + Number(digits)) : digits;
};

export const withDigits = (text) => text.replace(NUMBER, inDigits);
