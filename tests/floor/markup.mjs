/** What templates write that the floor lacks: elements and their attributes. Jinja's own marks are passed over. */
import { at, lacking } from "./compat.mjs";

const JINJA = /\{#[\s\S]*?#\}|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g;
const TAG = /<([a-z][\w-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/g;
const ATTRIBUTE = /([\w:-]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;

const blank = (text) => text.replace(/[^\n]/g, " ");

/** [{file, line, feature, lack}, …] of templates, given as [{file, text}, …]. */
export const lintMarkup = (files) =>
  files.flatMap(({ file, text }) => {
    const plain = text.replace(JINJA, blank);
    return [...plain.matchAll(TAG)].flatMap(({ 1: tag, 2: attributes, index }) => {
      const line = plain.slice(0, index).split("\n").length;
      const own = `html.elements.${tag}`;
      const used = [[own, at("html", "elements", tag)]];
      for (const [, name] of attributes.matchAll(ATTRIBUTE)) {
        const element = at("html", "elements", tag, name);
        used.push(element ? [`${own}.${name}`, element] : [`html.global_attributes.${name}`, at("html", "global_attributes", name)]);
      }
      return used.flatMap(([feature, node]) => (lacking(node) ? [{ file, line, feature, lack: lacking(node) }] : []));
    });
  });
