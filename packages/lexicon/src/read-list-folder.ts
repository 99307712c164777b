import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readWordList, UnusableWordList, type WordList } from "@covenant/policy";

/** A folder of lists that cannot be used. The message names file and line and repeats no term. */
export class UnusableListFolder extends Error {
  override readonly name = "UnusableListFolder";
}

/**
 * Reads the operator's lists: each `.list` file of a folder is one, in the form of `readWordList`. Throws
 * `UnusableListFolder` for a folder that cannot be read, has no list, or has one with a mistake or a name twice.
 */
export function readListFolder(folder: string): WordList[] {
  const files = namesIn(folder).filter((name) => name.endsWith(".list"));
  if (files.length === 0) throw new UnusableListFolder(`${folder} holds no file that ends in .list`);
  const lists = files.sort().map((name) => readList(folder, name));
  const twice = lists.findIndex((list, at) => lists.findIndex(({ name }) => name === list.name) !== at);
  if (twice >= 0) throw new UnusableListFolder(`${files[twice]}: another file has a list of this name`);
  return lists;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new UnusableListFolder(`${folder} is no folder that can be read`);
  }
}

function readList(folder: string, name: string): WordList {
  try {
    return readWordList(readFileSync(join(folder, name), "utf8"));
  } catch (error) {
    if (error instanceof UnusableWordList) throw new UnusableListFolder(`${name}, ${error.message}`);
    throw error;
  }
}
