/** The address of a results page. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  asksSomething,
  formatState,
  PAGE,
  parseState,
} from "../../templates/js/search/address.js";

const NONE = { collection: [], region: [], category: [], kind: [], status: [] };

test("a state goes into an address and comes back", () => {
  const states = [
    { text: "", facets: NONE, shown: PAGE },
    { text: "寿光 韭菜", facets: NONE, shown: PAGE },
    { text: "a&b=c#d+e%20", facets: { ...NONE, kind: ["products:farm", "-"] }, shown: 60 },
    { text: "", facets: { ...NONE, collection: ["gi", "brands"], region: ["anqiu"] }, shown: PAGE },
  ];
  for (const state of states) assert.deepEqual(parseState(formatState(state)), state);
});

test("facets stand in one order, so that one state has one address", () => {
  const facets = { status: ["revoked"], collection: ["gi"] };
  assert.equal(formatState({ text: "梨", facets }), "?q=%E6%A2%A8&collection=gi&status=revoked");
});

test("an address without anything to say is empty", () => {
  assert.equal(formatState({ text: "  ", facets: NONE, shown: PAGE }), "");
  assert.equal(formatState({ text: "" }), "");
});

test("what others write into an address does no harm", () => {
  const { text, facets, shown } = parseState(
    "?q=x&region=a&region=a&region=&colour=red&shown=1e9&q=y",
  );
  assert.deepEqual([text, facets.region, facets.colour], ["x", ["a"], undefined]);
  assert.equal(shown, PAGE);
  assert.equal(parseState("?shown=999999").shown, 400);
  assert.equal(parseState("?shown=-5").shown, PAGE);
  assert.equal(parseState("?shown=33").shown, 40);
});

test("of a text without end the beginning is asked, of values without end the first", () => {
  const { text, facets } = parseState(`?q=${"a".repeat(16_000)}&region=${"b".repeat(16_000)}&region=c`);
  assert.equal(text, "a".repeat(200));
  assert.deepEqual(facets.region, ["c"]);
  const many = Array.from({ length: 5000 }, (_, at) => `kind=${at}`).join("&");
  assert.equal(parseState(`?${many}`).facets.kind.length, 100);
  assert.equal(formatState({ text: "a".repeat(16_000) }), `?q=${"a".repeat(200)}`);
  assert.equal(parseState(formatState({ text: "a".repeat(300) })).text, "a".repeat(200));
});

test("an address keeps every text that the field takes, and cuts no character in two", () => {
  const names = ["寿".repeat(80), "a b".repeat(26), "\u{20000}".repeat(40)];
  for (const text of names) assert.equal(parseState(formatState({ text })).text, text);
  assert.equal(parseState(`?q=${"a".repeat(199)}\u{20000}`).text, "a".repeat(199));
});

test("letters and digits ask something; spaces, signs, pictures and facets alone do not", () => {
  for (const nothing of ["?q=%20", "?region=anqiu", "?q=？？", "?q=🍎", "?q=[(*%2B", "?q=…&region=anqiu"]) {
    assert.equal(asksSomething(parseState(nothing)), false, nothing);
  }
  assert.equal(asksSomething(parseState("?q=①")), true);
  assert.equal(asksSomething(parseState("?q=x")), true);
});

test("a question in the bytes of GBK is read, as pages of older portals link with it", () => {
  const gbk = "%CA%D9%B9%E2+%BB%C6%B9%CF"; // 寿光 黄瓜
  assert.equal(parseState(`?from=x&q=${gbk}`).text, "寿光 黄瓜");
  assert.equal(parseState(`?q=wei%B7%BB&region=anqiu`).text, "wei坊");
  assert.equal(formatState(parseState(`?q=${gbk}`)), `?q=${encodeURIComponent("寿光").concat("+", encodeURIComponent("黄瓜"))}`);
  for (const text of ["寿光", "é", "a+b", "100%"]) assert.equal(parseState(formatState({ text })).text, text);
  assert.ok(parseState("?q=%80%80%FF").text.length > 0, "what nobody can read is shown as it came");
});

test("an address is told where a browser's URLSearchParams has no size", () => {
  const { prototype } = URLSearchParams;
  const size = Object.getOwnPropertyDescriptor(prototype, "size");
  delete prototype.size;
  assert.equal(formatState({ text: "梨", facets: NONE }), `?q=${encodeURIComponent("梨")}`);
  assert.equal(formatState({ text: "", facets: NONE }), "");
  Object.defineProperty(prototype, "size", size);
});
