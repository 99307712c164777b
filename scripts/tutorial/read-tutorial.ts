/** One thing a tutorial has its reader do: write a file, add lines to one, or run commands. */
export type Step =
  | { readonly kind: "write"; readonly path: string; readonly text: string }
  | { readonly kind: "add"; readonly path: string; readonly lines: readonly string[] }
  | { readonly kind: "run"; readonly commands: readonly string[] };

const block = /^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm;

/**
 * Reads the steps of a page from its fenced blocks, in their order: a block that names a path is that file, a `diff` that
 * names one are lines to add to it, and `sh` are commands.
 * @throws Error for a block that is none of these, which nobody would try.
 */
export function readTutorial(page: string): Step[] {
  return [...page.matchAll(block)].map(([, language = "", path, text = ""]): Step => {
    if (language === "sh" && path === undefined) return { kind: "run", commands: text.trim().split("\n") };
    if (path === undefined) throw new Error(`a block of ${language} names no file`);
    if (language === "diff") return { kind: "add", path, lines: text.trimEnd().split("\n") };
    return { kind: "write", path, text };
  });
}

/**
 * Adds the lines marked with `+` to a text, where the others, marked with a space, stand in it.
 * @throws Error where those stand nowhere, or more than once.
 */
export function addLines(text: string, lines: readonly string[]): string {
  const before = lines.filter((line) => !line.startsWith("+")).map((line) => `${line.slice(1)}\n`);
  const context = before.join("");
  const places = text.split(context).length - 1;
  if (places !== 1) throw new Error(`these lines stand there ${places} times:\n${context}`);
  return text.replace(context, () => lines.map((line) => `${line.slice(1)}\n`).join(""));
}
