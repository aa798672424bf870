/** The script of the engine, loaded when there is something to look for; it sets `self.sitegenEngine`. */
import { Engine } from "./engine.js";
import * as shared from "./shared.js";

self.sitegenEngine = {
  open: (read, loadFallbacks) => new Engine(read, loadFallbacks),
  shared,
};
