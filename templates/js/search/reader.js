/**
 * The files of the index. A page on a server fetches them; one on a disk may not, and loads the
 * index of a small site as scripts, which set `self.sitegenSearch[name]` to a file in base64.
 */
import { bytesOf } from "./bytes.js";
import { failure } from "./failure.js";

/**
 * A function read(name, fresh) for the engine; `folder` is the absolute URL of the index. Roots keep their
 * names from release to release, so the server is asked whether a cache may answer; where `fresh`, none may.
 */
export const readerOf = (folder, { fetched, load, packs }) => {
  const loading = {};
  if (!folder.startsWith("file:")) {
    return async (name, fresh) => {
      const cache = fresh ? "reload" : name.endsWith("root.json") ? "no-cache" : "default";
      return new Uint8Array(await fetched(folder + name, "arrayBuffer", cache));
    };
  }
  return async (name) => {
    const pack = `${folder}${name.split("/")[0]}/pack.js`;
    loading[pack] ??= load(pack).catch((error) => {
      delete loading[pack];
      throw error;
    });
    await loading[pack];
    const found = (packs() ?? {})[name];
    if (found === undefined) throw failure("missing", name);
    return bytesOf(found);
  };
};
