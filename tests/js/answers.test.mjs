/** The answers to what is typed on the page where numbers are looked up. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { answerTo } from "../../templates/js/verify/answers.js";
import { read } from "../../templates/js/verify/spelling.js";

const number = (text, tone = "current") => ({ ...read(text), slug: "", year: "", tone, line: text });
const NUMBERS = [number("国家知识产权局公告第646号"), number("农业部公告第290号", "ended"), number("农业农村部公告第290号")];
const result = (name, tier, status = "") => ({ name, tier, status, standing: status && "已撤销" });
const asking = (...results) => async () => ({ results });
const silent = async () => assert.fail("a number that is listed needs no search");
const kind = async (text, search) => (await answerTo(text, NUMBERS, search)).kind;

test("a number that is listed is answered without the search", async () => {
  assert.deepEqual(await answerTo("646号", NUMBERS, silent), { kind: "listed", lines: ["国家知识产权局公告第646号"], entries: [] });
  assert.equal(await kind("农业部公告第290号", silent), "ended");
  assert.equal((await answerTo("290号", NUMBERS, silent)).lines.length, 2);
  assert.equal(await kind("290号", silent), "several");
});

test("a name is answered by the search: the very name before those that hold it", async () => {
  const both = asking(result("潍县萝卜", "exact"), result("潍县萝卜干", "name"));
  assert.deepEqual((await answerTo("潍县 萝卜", NUMBERS, both)).entries.map(({ name }) => name), ["潍县萝卜"]);
  assert.equal(await kind("潍县萝卜", both), "named");
  assert.equal(await kind("萝卜", both), "several");
  assert.equal(await kind("甲牌", asking(result("甲牌", "exact", "revoked"))), "ended");
});

test("what only sounds or looks like it is not what was asked for", async () => {
  assert.equal(await kind("潍县罗卜", asking(result("潍县萝卜", "sound"), result("某", "body"))), "none");
});

test("words may be those of a document and a name: both are shown", async () => {
  const mark = [number("“青州银瓜”商标注册")];
  const answer = await answerTo("青州银瓜", mark, asking(result("青州银瓜", "exact")));
  assert.deepEqual([answer.kind, answer.lines.length, answer.entries.length], ["several", 1, 1]);
});

test("a number alone may be that of a trademark, which the search knows; an article is no entry", async () => {
  const brand = asking(result("甲牌", "number"));
  assert.equal(await kind("7654321", brand), "named");
  assert.equal(await kind("某局公告第7654321号", brand), "none");
  assert.equal(await kind("登记", asking({ ...result("怎么看登记", "name"), collection: "articles" })), "none");
});

test("the same digits of another issuer are shown, but not as the answer", async () => {
  assert.equal(await kind("鲁政发〔2021〕646号", asking()), "none");
  const similar = await answerTo("农业农村部公告第646号", NUMBERS, silent);
  assert.deepEqual(similar, { kind: "similar", lines: ["国家知识产权局公告第646号"], entries: [] });
});
