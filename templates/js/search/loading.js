/** What a page loads when there is something to look for: scripts, and through them files. */
import { failure } from "./failure.js";

/** What a server sends at a URL: `body` is a method of Response. Rejects with a failure. */
export const fetched = async (url, body, cache) => {
  let response;
  let sent;
  try {
    response = await fetch(url, { cache });
    sent = await response[body]();
  } catch {
    throw failure("offline", url);
  }
  if (!response.ok) throw failure("missing", url, response.status);
  return sent;
};

/** Load a classic script. */
export const load = (url) =>
  new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = done;
    script.onerror = () => failed(failure("missing", url));
    document.head.append(script);
  });

/**
 * What a script leaves as `self[name]`; it is loaded where that is not there. Where it leaves nothing the
 * server is asked for it anew: it may be away, have no such script any more, or send a page instead. What
 * it sends replaces what a cache may have kept, so the script is tried once more.
 */
export const left = async (name, url) => {
  for (const last of [false, true]) {
    if (!self[name]) await load(url).catch(() => {});
    if (self[name]) return self[name];
    if (last || url.startsWith("file:")) break;
    const text = await fetched(url, "text", "reload");
    if (text.trim()[0] === "<") throw failure("wrong", url);
  }
  throw url.startsWith("file:") ? failure("missing", url) : new Error(url);
};
