/** An import as written: what it names, and whether it vanishes when types are stripped. */
export type Import = { specifier: string; isType: boolean };

/** A source file of the repository, by its path from the root. */
export type SourceFile = { path: string; text: string; imports: Import[] };

/** A wall that a file has breached. */
export type Breach = { path: string; problem: string };

const statement = /\b(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"'\n]+)["']/g;
const call = /\bimport\(\s*["']([^"'\n]+)["']\s*\)/g;

/** Reads the imports of a file. Comments are dropped first, so that prose about an import is not one. */
export function readSource(path: string, text: string): SourceFile {
  const code = withoutComments(text);
  const statements = [...code.matchAll(statement)].map(([, , type, specifier = ""]) => ({
    specifier,
    isType: Boolean(type),
  }));
  const calls = [...code.matchAll(call)].map(([, specifier = ""]) => ({ specifier, isType: false }));
  return { path, text: code, imports: [...statements, ...calls] };
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes("/testing/");
}

/** A string is matched before a comment, so that `"https://…"` keeps its slashes. */
function withoutComments(text: string): string {
  return text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, string) => string ?? "",
  );
}
