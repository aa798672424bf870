/**
 * The files of the index. A page on a server fetches them; one on a disk may not, and loads the
 * index of a small site as scripts, which set `self.sitegenSearch[name]` to a file in base64.
 */

const decoded = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));

/** A function read(name, signal) for the engine; `folder` is the absolute URL of the index. */
export const readerOf = (folder, { fetch, load, packs }) => {
  const loading = new Map();
  if (!folder.startsWith("file:")) {
    return async (name, signal) => {
      const response = await fetch(folder + name, { signal });
      if (!response.ok) throw new Error(`${response.status} ${name}`);
      return new Uint8Array(await response.arrayBuffer());
    };
  }
  return async (name) => {
    const pack = `${folder}${name.split("/")[0]}/pack.js`;
    if (!loading.has(pack)) {
      loading.set(pack, load(pack));
      loading.get(pack).catch(() => loading.delete(pack));
    }
    await loading.get(pack);
    const found = packs()?.[name];
    if (found === undefined) throw new Error(`no ${name} in ${pack}`);
    return decoded(found);
  };
};

/** Load a classic script. */
export const loadScript = (url) =>
  new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = done;
    script.onerror = () => failed(new Error(url));
    document.head.append(script);
  });
