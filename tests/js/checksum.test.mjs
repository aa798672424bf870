/** The checksum in the names of files, as the Python half has it. */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { checksum } from "../../templates/js/search/checksum.js";

const site = process.env.SEARCH_SITE;

test("it is the lower three bytes of CRC-32", () => {
  assert.equal(checksum(new TextEncoder().encode("123456789")), "f43926"); // of cbf43926
  assert.equal(checksum(new Uint8Array()), "000000");
});

test("every file of names and texts has its own in its name", { skip: !site }, async () => {
  let seen = 0;
  for (const folder of ["names", "texts"]) {
    for (const name of await readdir(`${site}/${folder}`)) {
      const [, sum] = /-(\w{6})\.(?:bin|json)$/.exec(name) ?? [];
      if (!sum) continue;
      assert.equal(checksum(await readFile(`${site}/${folder}/${name}`)), sum, name);
      seen += 1;
    }
  }
  assert.ok(seen > 10);
});
