/** What root.json says of classes, categories and regions, and questions to it. */

import { Reader, bytesOf } from "./bytes.js";

export class Scope {
  constructor(root) {
    Object.assign(this, root);
    const reader = new Reader(bytesOf(root.further));
    /** The further regions of entries that have any, by id: places in preorder. */
    this.nodes = new Map();
    for (let id = 0; reader.more; ) {
      id += reader.number();
      let node = 0;
      this.nodes.set(id, Array.from({ length: reader.number() }, () => (node += reader.number())));
    }
    /** Each category with the place after the last one below it. */
    this.categoryEnd = root.categories.map(([, , depth], at) => {
      const end = root.categories.findIndex((other, place) => place > at && other[2] <= depth);
      return end < 0 ? root.categories.length : end;
    });
    /** Entries without a region have ids from here on. */
    this.homeless = root.regions.reduce((most, row) => Math.max(most, row[3] + row[4]), 0);
    this.count = root.classes.reduce((sum, row) => sum + row[5], 0);
  }

  /** Whether an entry lies in a region {id, size, node, nodes}, by its home or a further one. */
  within(id, region) {
    if (id >= region.id && id < region.id + region.size) return true;
    const end = region.node + region.nodes;
    return this.nodes.get(id)?.some((node) => node >= region.node && node < end) ?? false;
  }

  /** Whether a class is of a category or of one below it. */
  filed(group, category) {
    const end = this.categoryEnd[category];
    return this.classes[group][2].some((one) => one >= category && one < end);
  }

  weight(group) {
    return this.classes[group][4];
  }

  collection(group) {
    return this.collections[this.classes[group][0]][0];
  }

  /** {status, standing}: what must be said of an entry's titles, and the word for it; "" for nothing. */
  status(group) {
    const [status, standing] = this.statuses[this.classes[group][3]] ?? [];
    return status && status !== "valid" ? { status, standing } : { status: "", standing: "" };
  }

  /** The categories that a folded word names: [{category, own}]; `own` where it is the name itself. */
  named(word) {
    return this.categories.flatMap(([, , , words], category) => {
      const at = words.split(" ").indexOf(word);
      return at < 0 ? [] : [{ category, own: at === 0 }];
    });
  }
}
