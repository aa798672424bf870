/** How the files of the index are read, on a server and on a disk. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readerOf } from "../../templates/js/search/reader.js";

test("on a server a file is fetched; caches are asked about roots, and past where it must be fresh", async () => {
  const asked = [];
  const fetched = async (...request) => {
    asked.push(request);
    return Uint8Array.of(1, 2).buffer;
  };
  const folder = "https://example.cn/a/search/";
  const read = readerOf(folder, { fetched });
  assert.deepEqual(await read("names/root.json", false), Uint8Array.of(1, 2));
  await read("names/b1-0a0b0c.bin", false);
  await read("names/b1-0a0b0c.bin", true);
  await read("names/root.json", true);
  assert.deepEqual(asked, [
    [`${folder}names/root.json`, "arrayBuffer", "no-cache"],
    [`${folder}names/b1-0a0b0c.bin`, "arrayBuffer", "default"],
    [`${folder}names/b1-0a0b0c.bin`, "arrayBuffer", "reload"],
    [`${folder}names/root.json`, "arrayBuffer", "reload"],
  ]);
});

test("on a disk a bundle is one script, loaded once", async () => {
  const loaded = [];
  const packs = {};
  const load = async (url) => {
    loaded.push(url);
    Object.assign(packs, { "names/a": btoa("\x00\xff"), "names/b": btoa("b") });
  };
  const read = readerOf("file:///media/usb/search/", { load, packs: () => packs });
  const [a, b] = await Promise.all([read("names/a"), read("names/b")]);
  assert.deepEqual([...a, ...b], [0, 255, 98]);
  assert.deepEqual(loaded, ["file:///media/usb/search/names/pack.js"]);
  await assert.rejects(read("names/c"), { reason: "missing", file: "names/c" });
});

test("a script that could not be loaded is asked for again", async () => {
  let tries = 0;
  const load = async () => {
    tries += 1;
    if (tries === 1) throw new Error("unplugged");
  };
  const read = readerOf("file:///x/search/", { load, packs: () => ({ "cards/a": btoa("a") }) });
  await assert.rejects(read("cards/a"), /unplugged/);
  assert.deepEqual(await read("cards/a"), Uint8Array.of(97));
});
