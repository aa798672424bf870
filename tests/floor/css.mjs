/**
 * What a style sheet uses that the floor lacks. Not told: what stands under an @supports that the
 * floor answers with no, and a declaration before which the same rule has one for all browsers, of the
 * same property or of its prefixed name.
 */
import * as csstree from "css-tree";
import { FLOOR, at, lacking, raised } from "./compat.mjs";

const PROPERTIES = "properties";
const DYNAMIC = /^([dsl])v(?:w|h|i|b|min|max)$/;
const VIEWPORT = { d: "dynamic", s: "small", l: "large" };
/** Displays in which `gap` stands between the items of a row, as flexboxes have it. */
const FLEX = /^(?:inline-)?flex$/;

/** Everything below css.types by its own name: "color-mix" → its node. */
const types = new Map();
const gather = (node) => {
  for (const [name, below] of Object.entries(node)) {
    if (name === "__compat" || typeof below !== "object") continue;
    if (below.__compat && !types.has(name)) types.set(name, below);
    gather(below);
  }
};
gather(at("css", "types"));

const unit = (name) => {
  const size = DYNAMIC.exec(name)?.[1];
  if (size) return [`css.types.length.${name}`, at("css", "types", "length", `viewport_percentage_units_${VIEWPORT[size]}`)];
  return [`css.types.length.${name}`, at("css", "types", "length", name)];
};

/** [[name, node], …] of what a value is made of. */
const partsOf = (property, value) => {
  const own = `css.properties.${property}`;
  const found = [];
  csstree.walk(value, (node) => {
    const { type, name } = node;
    if (type === "Identifier" && !name.startsWith("--")) {
      found.push([`${own}.${name}`, at("css", PROPERTIES, property, name)]);
    } else if (type === "Function") {
      const there = at("css", PROPERTIES, property, name) ?? types.get(name);
      found.push([`css.types.${name}`, there]);
    } else if (type === "Dimension") {
      found.push(unit(node.unit));
    } else if (type === "Operator" && node.value === "/" && property === "content") {
      found.push([`${own}.alt_text`, at("css", PROPERTIES, property, "alt_text")]);
    }
  });
  return found;
};

/** The floor within the blocks of an @supports: what it asks for without "not" is there. */
const supporting = (floor, prelude) => {
  let higher = floor;
  csstree.walk(prelude, function (node) {
    if (node.type === "Condition" && node.children.first?.name === "not") return this.skip;
    if (node.type === "SupportsDeclaration") {
      const { property, value } = node.declaration;
      const asked = [["", at("css", PROPERTIES, property)], ...partsOf(property, value)];
      for (const [, feature] of asked) higher = raised(higher, feature);
    } else if (node.type === "PseudoClassSelector" || node.type === "PseudoElementSelector") {
      higher = raised(higher, at("css", "selectors", node.name));
    } else if (node.type === "FeatureFunction" && node.feature === "selector") {
      higher = raised(higher, at("css", "at-rules", "supports", "selector"));
    }
    return undefined;
  });
  return higher;
};

class Sheet {
  /** `files` are {file, text}, joined to one sheet in pages. */
  constructor(files) {
    this.found = [];
    this.displays = new Map();
    this.mended = new Set();
    this.trees = files.map(({ file, text }) => csstree.parse(text, { filename: file, positions: true, parseCustomProperty: false }));
    this.trees.forEach((tree) => this.survey(tree));
    this.trees.forEach((tree) => this.block(tree.children, FLOOR));
  }

  tell(node, name, feature, floor) {
    const lack = lacking(feature, floor);
    if (lack) this.found.push({ file: node.loc.source, line: node.loc.start.line, feature: name, lack });
    return Boolean(lack);
  }

  /** Which selectors are laid out as flexboxes, and which have margins where those have no gaps. */
  survey(tree) {
    csstree.walk(tree, { visit: "Rule", enter: (rule) => {
      const names = csstree.generate(rule.prelude).split(",");
      csstree.walk(rule.block, { visit: "Declaration", enter: ({ property, value }) => {
        const said = csstree.generate(value);
        for (const name of names) {
          if (property === "display") this.displays.set(name, [...(this.displays.get(name) ?? []), said]);
          if (property.startsWith("margin")) this.mended.add(name);
        }
      } });
    } });
  }

  block(list, floor) {
    list.forEach((node) => {
      if (node.type === "Atrule") this.atrule(node, floor);
      else if (node.type === "Rule") this.rule(node, floor);
    });
  }

  atrule(node, floor) {
    const { name, prelude, block } = node;
    let within = floor;
    if (!name.startsWith("-")) this.tell(node, `css.at-rules.${name}`, at("css", "at-rules", name), floor);
    if (name === "supports") within = supporting(floor, prelude);
    if (name === "media" && prelude) this.media(prelude, floor);
    if (block && !["font-face", "page", "property"].includes(name)) this.block(block.children, within);
  }

  media(prelude, floor) {
    csstree.walk(prelude, (node) => {
      if (node.type === "FeatureRange") {
        this.tell(node, "css.at-rules.media.range_syntax", at("css", "at-rules", "media", "range_syntax"), floor);
      } else if (node.type === "Feature") {
        const name = node.name.replace(/^(?:min|max)-/, "");
        this.tell(node, `css.at-rules.media.${name}`, at("css", "at-rules", "media", name), floor);
      }
    });
  }

  rule(node, floor) {
    csstree.walk(node.prelude, (part) => {
      if (!/^Pseudo(?:Class|Element)Selector$/.test(part.type) || part.name.startsWith("-")) return;
      this.tell(part, `css.selectors.${part.name}`, at("css", "selectors", part.name), floor);
    });
    const plain = new Set();
    node.block.children.forEach((part) => {
      if (part.type === "Declaration") this.declaration(part, plain, floor, node);
      else this.tell(part, "css.selectors.nesting", at("css", "selectors", "nesting"), floor);
    });
  }

  declaration(node, plain, floor, rule) {
    const { property, value } = node;
    if (property.startsWith("-")) {
      plain.add(csstree.property(property).basename);
      return;
    }
    const known = at("css", PROPERTIES, property);
    // One with var() in it hides an older one before it even where a browser can make nothing of it.
    const guarded = plain.has(property) && !csstree.generate(value).includes("var(");
    if (guarded || this.tell(node, `css.properties.${property}`, known, floor)) return;
    const lacks = partsOf(property, value).filter(([name, there]) => this.tell(node, name, there, floor));
    if (!lacks.length) plain.add(property);
    if (/^(?:row-|column-)?gap$/.test(property)) this.gap(node, rule, floor);
  }

  /** A gap in a flexbox needs margins beside it, for `selector > * + *` of the same sheet. */
  gap(node, rule, floor) {
    const flex = csstree
      .generate(rule.prelude)
      .split(",")
      .filter((name) => (this.displays.get(name) ?? []).some((said) => FLEX.test(said)));
    const bare = flex.filter((name) => !this.mended.has(`${name}>*+*`) && !this.mended.has(`${name}>*`));
    const feature = at("css", PROPERTIES, "gap", "flex_context");
    for (const name of bare) this.tell(node, `css.properties.gap.flex_context of ${name}`, feature, floor);
  }
}

/** [{file, line, feature, lack}, …] of style sheets, given as [{file, text}, …]. */
export const lintCss = (files) => new Sheet(files).found;
