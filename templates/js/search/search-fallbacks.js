/** The script of the fallbacks, loaded when the engine needs one; it sets `self.sitegenFallbacks`. */
import * as fallbacks from "./fallbacks.js";

self.sitegenFallbacks = fallbacks;
