/** The script of the engine, loaded when there is something to look for; it sets `self.sitegenEngine`. */
import { openWith } from "./engine.js";
import { readerOf } from "./reader.js";
import * as shared from "./shared.js";

self.sitegenEngine = {
  /** `folder` is the absolute URL of the index; `options` has those of both. */
  open: (folder, options) => openWith(readerOf(folder, options), options),
  shared,
};
