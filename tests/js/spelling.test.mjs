/** Every way of writing a number finds that number, and no other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIKELY, SAME, SAME_DIGITS, best, ending, read } from "../../templates/js/verify/spelling.js";

const number = (text, slug = "", year = "") => ({ ...read(text), slug: slug.replace(/-/g, ""), year, text });
const NUMBERS = [
  number("国家知识产权局公告第646号", "cnipa-646", "2025"),
  number("国家知识产权局公告第625号", "cnipa-625", "2025"),
  number("国家质检总局公告2006年第126号", "aqsiq-2006-126", "2006"),
  number("国家质检总局公告2006年第124号", "aqsiq-2006-124", "2006"),
  number("国家质检总局公告2014年第44号", "aqsiq-2014-44", "2014"),
  number("国发〔2021〕8号", "guofa-2021-8", "2021"),
  number("国发〔2006〕18号", "guofa-2006-18", "2006"),
  number("农业农村部公告第290号", "moara-290", "2020"),
  number("农业部公告第290号", "moa-290", "2003"),
  number("AGI2017-03-2119", "agi2017-03-2119"),
  number("2010年农产品地理标志登记（AGI2010-09）", "agi-2010", "2010"),
  number("第三批“好品山东”品牌名单", "haopin-shandong-3", "2024"),
  number("第一批“好品山东”品牌名单", "haopin-shandong-1", "2022"),
  number("11346204", "mark-no-11346204"),
  number("91370700MA3C0X1Y2P", "91370700ma3c0x1y2p"),
];
const found = (text) => {
  const { fit, numbers } = best(text, NUMBERS);
  return fit > SAME_DIGITS ? numbers.map((one) => one.text) : [];
};

const SPELLINGS = {
  国家知识产权局公告第646号: [
    "国家知识产权局公告第646号", "国家知识产权局公告第６４６号", "国家知识产权局 公告 第 646 号", "国家知识产权局公告（第646号）",
    "国家知识产权局公告〔第646号〕", "国家知识产权局公告2025年第646号", "国家知识产权局2025年第646号公告", "国家知识产权局第646号公告",
    "知识产权局公告第646号", "国知局公告第646号", "公告第646号", "第646号公告", "第646号", "646号", "646", "６４６", "公告646",
    "第六四六号", "第六百四十六号", "cnipa-646", "CNIPA 646", "國家知識產權局公告第646號", "No.646", "№646", "第0646号",
  ],
  "国家质检总局公告2006年第126号": [
    "国家质检总局公告2006年第126号", "原国家质检总局公告2006年第126号", "国家质量监督检验检疫总局公告2006年第126号", "质检总局2006年126号",
    "2006年第126号", "2006-126", "126号（2006年）", "126号", "一百二十六号", "aqsiq-2006-126", "二〇〇六年第126号", "国家质检总局公告〔2006〕126号",
  ],
  "AGI2017-03-2119": ["AGI2017-03-2119", "agi2017032119", "ＡＧＩ2017—03—2119", "AGI 2017 03 2119", "AGI2017-03-2119号", "2017-03-2119", "2017032119", "2119"],
  11346204: ["11346204", "第11346204号", "商标注册号11346204", "第11346204号商标"],
  "国发〔2021〕8号": ["国发〔2021〕8号", "国发[2021]8号", "国发（2021）8号", "国发2021 8号", "国发【2021】８号", "8号"],
  "91370700MA3C0X1Y2P": ["91370700MA3C0X1Y2P", "91370700ma3c0x1y2p", "9137 0700 MA3C 0X1Y 2P", "91370700MA3COXIY2P"],
  "第三批“好品山东”品牌名单": ["第三批“好品山东”品牌名单", "第三批好品山东", "好品山东第3批"],
  "2010年农产品地理标志登记（AGI2010-09）": ["AGI2010-09"],
};

for (const [right, spellings] of Object.entries(SPELLINGS)) {
  test(`${spellings.length} ways of writing ${right} find it alone`, () => {
    for (const text of spellings) assert.deepEqual(found(text), [right], text);
  });
}

test("what several numbers have finds all of them", () => {
  assert.deepEqual(found("290号"), ["农业农村部公告第290号", "农业部公告第290号"]);
  assert.deepEqual(found("好品山东"), ["第三批“好品山东”品牌名单", "第一批“好品山东”品牌名单"]);
});

test("the number as it stands goes before what it may be a part of", () => {
  assert.deepEqual(found("农业部公告第290号"), ["农业部公告第290号"]);
  assert.equal(best("农业部公告第290号", NUMBERS).fit, SAME);
  assert.equal(best("290号", NUMBERS).fit, LIKELY);
});

test("the same digits of another issuer are not the number", () => {
  for (const text of ["农业农村部公告第646号", "国家质检总局公告2007年第126号", "鲁政发〔2021〕8号", "9号"]) {
    assert.deepEqual(found(text), [], text);
  }
  assert.equal(best("农业农村部公告第646号", NUMBERS).fit, SAME_DIGITS);
});

test("a part of the digits, nothing, signs and names find no number", () => {
  for (const text of ["64", "6", "2006", "", "？", "〔〕", "潍县萝卜", "公告", "第号", "113462"]) assert.deepEqual(found(text), [], text);
});

test("the ending is that of the number proper", () => {
  const endings = { "第646号": "46", "2006年第126号": "26", "126号（2006年）": "26", "６４６": "46", 第六百四十六号: "46", "8号": "08", "AGI2017-03-2119": "19", 第三批名单: "", 潍县萝卜: "" };
  for (const [text, digits] of Object.entries(endings)) assert.equal(ending(text), digits, text);
});
