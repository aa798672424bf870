/**
 * What modules call that the floor lacks: globals and members of built-in objects. TypeScript tells
 * of which interface a member is; where it cannot (an argument may be anything), a member is told
 * of if every interface that has one of that name got it above the floor.
 */
import ts from "typescript";
import { at, lacking } from "./compat.mjs";

const OPTIONS = {
  allowJs: true,
  checkJs: true,
  noEmit: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: [],
};
/** What TypeScript calls otherwise than MDN does. */
const RENAMED = { ReadonlyArray: "Array", SymbolConstructor: "Symbol", ArrayIterator: "Iterator", RegExpExecArray: "RegExp" };
const isLibrary = (file) => /\/typescript\/lib\/lib\.[\w.]+\.d\.ts$/.test(file);

/** [[name, node], …] of what MDN has for a member of an interface. */
const ofInterface = (owner, member) => {
  const name = RENAMED[owner] ?? owner.replace(/Constructor$/, "");
  const ways = [
    [`javascript.builtins.${name}.${member}`, at("javascript", "builtins", name, member)],
    [`api.${name}.${member}`, at("api", name, member)],
    [`api.${name}.${member}`, at("api", name, `${member}_static`)],
  ];
  return ways.filter(([, node]) => node?.__compat);
};

/** Every interface with a member of this name: the member of any of them may be meant. */
const anywhere = (member) =>
  [at("javascript", "builtins"), at("api")].flatMap((all) =>
    Object.entries(all).flatMap(([owner, node]) => (node[member]?.__compat ? [[owner, node[member]]] : [])),
  );

class Modules {
  constructor(files) {
    this.program = ts.createProgram(files, OPTIONS);
    this.types = this.program.getTypeChecker();
    this.found = [];
  }

  tell(node, feature, lack) {
    const file = node.getSourceFile();
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    this.found.push({ file: file.fileName, line, feature, lack });
  }

  /** Whether the library declares it; undefined where nothing is known of it. */
  declared(symbol) {
    const places = symbol?.declarations ?? [];
    if (!places.length) return undefined;
    return places.some((one) => isLibrary(one.getSourceFile().fileName));
  }

  /** The member of an object, as in `signal.aborted`, `AbortSignal.any(…)` and `const { signal } = …`. */
  member(place, name, owner, called) {
    const type = this.types.getNonNullableType(this.types.getTypeAtLocation(owner));
    const symbol = this.types.getPropertyOfType(this.types.getApparentType(type), name);
    const library = this.declared(symbol);
    if (library === false) return;
    if (library) {
      const owners = symbol.declarations.map((one) => one.parent?.name?.text ?? owner.getText());
      const ways = owners.flatMap((one) => ofInterface(one, name));
      if (ways.length) return this.judge(place, ways, ways[0][0]);
    } else if (!(type.flags & ts.TypeFlags.Any) && !this.declared(type.symbol)) {
      return; // an object of one's own, not some Element of which more is known at run time
    }
    if (this.isNotOwn(name, called)) this.judge(place, anywhere(name), `${name} of any object`);
  }

  /** An object of one's own may well have a field `size` or a method `gather`, but hardly `checkVisibility`. */
  isNotOwn(name, called) {
    if (/[A-Z]/.test(name)) return true;
    return called && ["Array", "String", "Element", "Promise"].some((one) => {
      const known = this.types.resolveName(one, undefined, ts.SymbolFlags.Interface, false);
      return known?.members?.has(ts.escapeLeadingUnderscores(name));
    });
  }

  judge(place, ways, feature) {
    if (!ways.length) return;
    const lacks = ways.map(([, node]) => lacking(node));
    if (lacks.every(Boolean)) this.tell(place, feature, lacks[0]);
  }

  global(node) {
    const symbol = this.types.getSymbolAtLocation(node);
    if (this.declared(symbol) === false) return;
    const name = node.text;
    const feature = at("javascript", "builtins", name) ?? at("api", name);
    const lack = lacking(feature);
    if (lack) this.tell(node, name, lack);
    const made = ts.isNewExpression(node.parent) && node.parent.expression === node;
    const constructor = made && (at("api", name, name) ?? at("javascript", "builtins", name, name));
    if (constructor && lacking(constructor)) this.tell(node, `new ${name}`, lacking(constructor));
  }

  visit(node) {
    if (ts.isPropertyAccessExpression(node)) {
      const { parent } = node;
      const called = ts.isCallExpression(parent) && parent.expression === node;
      this.member(node.name, node.name.text, node.expression, called);
    } else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) this.member(node, name.text, node.parent, false);
    } else if (ts.isIdentifier(node) && ts.isExpression(node) && !names(node)) {
      this.global(node);
    }
    ts.forEachChild(node, (child) => this.visit(child));
  }
}

/** Whether an identifier names a member or a parameter rather than something that is there. */
const names = (node) =>
  node.parent.name === node || ts.isPropertyAssignment(node.parent) || ts.isBindingElement(node.parent);

/** [{file, line, feature, lack}, …] of JavaScript modules. */
export const lintScripts = (files) => {
  if (!files.length) return [];
  const modules = new Modules(files);
  for (const file of files) modules.visit(modules.program.getSourceFile(file));
  return modules.found;
};
