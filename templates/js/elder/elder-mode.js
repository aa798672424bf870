/**
 * 长者版. It stands in the head and is waited for, so that no page shows small letters first: it marks the root
 * element before anything is painted. The button comes with the page.
 */
import { utterances, voiceFor } from "./aloud.js";
import { remember, remembered } from "./remembered.js";

const root = document.documentElement;
/** Other sites may lie beside this one on the same host. */
const key = `elder ${new URL("..", document.currentScript.src).pathname}`;
const store = () => localStorage;

const mark = (on) => {
  if (on) root.dataset.elder = "";
  else delete root.dataset.elder;
};

const readAloud = (button) => {
  const synthesis = self.speechSynthesis;
  if (!synthesis) return;
  const say = (on) => (button.textContent = on ? button.dataset.stop : button.dataset.start);
  const offer = () => (button.hidden = !voiceFor(synthesis.getVoices(), root.lang));
  button.addEventListener("click", () => {
    if (synthesis.speaking) return synthesis.cancel();
    const voice = voiceFor(synthesis.getVoices(), root.lang);
    const parts = utterances(document.querySelector("main").innerText);
    for (const [at, part] of parts.entries()) {
      const one = new SpeechSynthesisUtterance(part);
      Object.assign(one, { voice, lang: voice.lang, rate: 0.9 });
      if (at === parts.length - 1) one.onend = () => say(false);
      one.onerror = () => say(false);
      synthesis.speak(one);
    }
    say(true);
  });
  addEventListener("pagehide", () => synthesis.cancel());
  synthesis.addEventListener?.("voiceschanged", offer);
  offer();
};

const begin = () => {
  const bar = document.querySelector(".elder");
  const [button, aloud] = bar.querySelectorAll("button");
  const show = () => {
    const on = "elder" in root.dataset;
    button.textContent = on ? button.dataset.leave : button.dataset.enter;
    button.setAttribute("aria-pressed", on);
  };
  button.addEventListener("click", () => {
    const on = !("elder" in root.dataset);
    mark(on);
    remember(store, key, on);
    show();
    if (!on) self.speechSynthesis?.cancel();
  });
  show();
  readAloud(aloud);
};

root.dataset.scripts = "";
mark(remembered(store, key));
document.addEventListener("DOMContentLoaded", begin);
// A page that comes back from the cache of pages may have missed a change on another one.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && remembered(store, key) !== "elder" in root.dataset) document.querySelector(".elder button").click();
});
