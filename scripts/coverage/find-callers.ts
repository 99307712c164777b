import { doors } from "@covenant/policy";
import { isTest, readSource, type SourceFile } from "../imports/source-file.ts";
import { sourcesUnder } from "../imports/sources-under.ts";

/** A question of the terms, by the name of its rule book. */
export type BookName = keyof typeof doors;

/** Which shipped files ask each question; none for one that is ruled and that nothing executes yet. */
export type Callers = Readonly<Record<BookName, readonly string[]>>;

/** Rules are not executed by their own package, by what makes the demo, or by what only tests run. */
const elsewhere = /^packages\/policy\/|^apps\/api\/src\/seed\//;

/** Looks through everything that ships for calls of the functions by which questions are asked. */
export function findCallers(files: readonly SourceFile[] = shipped()): Callers {
  const asking = files.filter(
    ({ path, imports }) =>
      !elsewhere.test(path) && !isTest(path) && imports.some(({ specifier }) => specifier === "@covenant/policy"),
  );
  const callersOf = (names: readonly string[]) => {
    const call = new RegExp(`\\b(?:${names.join("|")})(?:\\.answer)?\\(`);
    return asking.filter(({ text }) => call.test(text)).map(({ path }) => path);
  };
  const found = Object.entries(doors).map(([book, names]) => [book, callersOf(names).toSorted()]);
  return Object.fromEntries(found) as Record<BookName, string[]>;
}

function shipped(): SourceFile[] {
  return [...sourcesUnder(["apps", "packages"])].map(([path, text]) => readSource(path, text));
}
