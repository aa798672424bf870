const SIZE = 24;
const SECTIONS = ["gi", "brands", "products", "organizations"];

function pagesOf(base, title, items) {
  const count = Math.ceil(items.length / SIZE);
  return Array.from({ length: count }, (_, index) => ({
    base, title, count, number: index + 1, total: items.length,
    url: index ? `/${base}/page/${index + 1}/` : `/${base}/`,
    items: items.slice(index * SIZE, (index + 1) * SIZE),
  }));
}

function grouped(items, field) {
  const groups = new Map();
  for (const item of items) {
    const key = item.data[field][0];
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

export default function (config) {
  const entries = (api) => api.getFilteredByGlob(SECTIONS.map((name) => `content/${name}/*.md`));
  config.addCollection("entries", entries);
  config.addCollection("sections", (api) =>
    SECTIONS.map((name) => ({ name, items: api.getFilteredByGlob(`content/${name}/*.md`) })));
  config.addCollection("byKey", (api) =>
    Object.fromEntries(entries(api).map((item) => [item.url.slice(1, -1), item])));
  config.addCollection("lists", (api) => {
    const lists = SECTIONS.flatMap((name) =>
      pagesOf(name, name, api.getFilteredByGlob(`content/${name}/*.md`)));
    for (const field of ["regions", "categories"])
      for (const [term, items] of grouped(entries(api), field))
        lists.push(...pagesOf(`${field}/${term}`, term, items));
    return lists;
  });
  return {
    dir: { input: "content", includes: "../_includes", output: "output" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
