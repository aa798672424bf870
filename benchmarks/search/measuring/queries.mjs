/** Query files: JSON lines `{"q", "class"?, "ids"?, "names"?}`. */

import { readFile } from "node:fs/promises";

export async function readQueries(path) {
  const lines = (await readFile(path, "utf8")).split("\n");
  return lines.flatMap((line, index) => (line.trim() ? [parsed(line, `${path}:${index + 1}`)] : []));
}

function parsed(line, place) {
  let query;
  try {
    query = JSON.parse(line);
  } catch (error) {
    throw new Error(`${place}: ${error.message}`);
  }
  if (typeof query?.q !== "string") throw new Error(`${place}: no text "q"`);
  if (query.ids !== undefined && !Array.isArray(query.ids)) {
    throw new Error(`${place}: "ids" is no list`);
  }
  return query;
}
