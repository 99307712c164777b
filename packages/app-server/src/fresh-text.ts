import { readFile, stat } from "node:fs/promises";

/**
 * A file's text, read again once the file has changed. While a build is replacing the file, its last text.
 * @throws the system's error when there is no such file to begin with.
 */
export async function freshText(path: string): Promise<() => Promise<string>> {
  let known = { changedAt: (await stat(path)).mtimeMs, text: await readFile(path, "utf8") };
  return async () => {
    const changedAt = await changeOf(path);
    if (changedAt !== null && changedAt !== known.changedAt) known = { changedAt, text: await readFile(path, "utf8") };
    return known.text;
  };
}

async function changeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found === null || found.size === 0 ? null : found.mtimeMs;
}
