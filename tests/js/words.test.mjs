/** Sentences with gaps, and text with marks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces, said, statusWord } from "../../templates/js/search/words.js";

test("gaps are filled as they are, also with what looks like a gap", () => {
  assert.equal(said("查看全部{n}条", { n: 12 }), "查看全部12条");
  assert.equal(said("没有找到“{text}”", { text: "{n} $& <b>" }), "没有找到“{n} $& <b>”");
  assert.equal(said("{other}", {}), "{other}");
});

test("a text is cut at its marks and loses nothing", () => {
  const cases = [
    ["潍县萝卜", [], [["潍县萝卜", false]]],
    ["潍县萝卜", [[0, 2]], [["潍县", true], ["萝卜", false]]],
    ["潍县萝卜", [[1, 2], [3, 4]], [["潍", false], ["县", true], ["萝", false], ["卜", true]]],
    ["潍县", [[0, 2]], [["潍县", true]]],
  ];
  for (const [text, marks, expected] of cases) assert.deepEqual(pieces(text, marks), expected);
});

test("only a status that ends something is said", () => {
  assert.equal(statusWord({ status: "revoked", standing: "已撤销" }), "已撤销");
  assert.equal(statusWord({ status: "pending", standing: "公示中" }), "");
  assert.equal(statusWord({ status: "", standing: "" }), "");
});
