/** Links of a site that is opened from a disk. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { completed } from "../../templates/js/search/disk.js";

const address = (text) => completed(new URL(text, "file:///E:/site/gi/index.html")).href;

test("a link to a folder leads to its page; query and fragment stay", () => {
  assert.equal(address("weixian-luobo/"), "file:///E:/site/gi/weixian-luobo/index.html");
  assert.equal(address("../"), "file:///E:/site/index.html");
  assert.equal(address("../search/?q=a/b#main"), "file:///E:/site/search/index.html?q=a/b#main");
});

test("a link to a file, into the page or out of the site stays as it is", () => {
  assert.equal(address("../feed.xml"), "file:///E:/site/feed.xml");
  assert.equal(address("#main"), "file:///E:/site/gi/index.html#main");
  assert.equal(address("https://www.cnipa.gov.cn/"), "https://www.cnipa.gov.cn/");
});
