/** How the files of the index are read, on a server and on a disk. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readerOf } from "../../templates/js/search/reader.js";

test("on a server a file is fetched, with the signal that may end it", async () => {
  const asked = [];
  const fetch = async (url, { signal }) => {
    asked.push([url, signal]);
    return url.endsWith("gone")
      ? { ok: false, status: 404 }
      : { ok: true, arrayBuffer: async () => Uint8Array.of(1, 2).buffer };
  };
  const read = readerOf("https://example.cn/a/search/", { fetch });
  const { signal } = new AbortController();
  assert.deepEqual(await read("names/root.json", signal), Uint8Array.of(1, 2));
  assert.deepEqual(asked, [["https://example.cn/a/search/names/root.json", signal]]);
  await assert.rejects(read("names/gone"), /404 names\/gone/);
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
  await assert.rejects(read("names/c"), /names\/c/);
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
