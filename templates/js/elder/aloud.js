/** Reading a page aloud, in pieces that no browser breaks off. */

/** Some browsers end an utterance after 15 seconds: a piece takes fewer. */
const LONGEST = 60;

/** Sentences of a text, those that are too long at their commas, and these at any place. */
export const utterances = (text) =>
  text
    .split(/[\n。！？；]+/)
    .flatMap((sentence) => (sentence.length > LONGEST ? sentence.split(/[，、,]/) : [sentence]))
    .flatMap((part) => part.match(new RegExp(`.{1,${LONGEST}}`, "gu")) ?? [])
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));

/** The first voice for a language, with or without its region: "zh-Hans" is read by zh-CN. */
export const voiceFor = (voices, lang) => {
  const [language] = lang.toLowerCase().split("-");
  return voices.find((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language);
};
