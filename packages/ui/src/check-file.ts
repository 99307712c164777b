export type FileRules = {
  /** Media types and endings, as `<input accept>` takes them: "image/png", "image/*", ".glb". Empty accepts all. */
  accept: readonly string[];
  maxBytes?: number | undefined;
};

type FileFacts = Pick<File, "name" | "type" | "size">;

/** Why a file cannot be taken. */
export type FileProblem =
  | { kind: "wrong-type"; name: string }
  | { kind: "too-large"; name: string; bytes: number; maxBytes: number }
  | { kind: "empty"; name: string };

/** What is wrong with a file before it is sent, or null. The server checks the bytes; this only saves a wasted upload. */
export function checkFile(file: FileFacts, rules: FileRules): FileProblem | null {
  const { name, size: bytes } = file;
  if (bytes === 0) return { kind: "empty", name };
  if (!isAccepted(file, rules.accept)) return { kind: "wrong-type", name };
  if (rules.maxBytes !== undefined && bytes > rules.maxBytes)
    return { kind: "too-large", name, bytes, maxBytes: rules.maxBytes };
  return null;
}

/** The problem in words, with what would be taken instead. */
export function describeFileProblem(problem: FileProblem, rules: FileRules): string {
  switch (problem.kind) {
    case "empty":
      return `${problem.name} is empty.`;
    case "wrong-type":
      return `${problem.name} cannot be used here. Choose ${acceptText(rules.accept)}.`;
    case "too-large":
      return `${problem.name} is ${byteText(problem.bytes)}. The limit is ${byteText(problem.maxBytes)}.`;
  }
}

/** The accepted kinds in words: "PNG, JPEG or GLB". */
export function acceptText(accept: readonly string[]): string {
  const names = accept.map((kind) => {
    if (kind.endsWith("/*")) return `any ${kind.slice(0, -2)}`;
    return kind.replace(/^.*\/|^\./, "").toUpperCase();
  });
  return new Intl.ListFormat("en", { type: "disjunction" }).format(names);
}

/** A size as people read it, in the decimal units that disks and browsers show. */
export function byteText(bytes: number): string {
  const units = ["B", "kB", "MB", "GB"] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const amount = bytes / 1000 ** power;
  return `${amount.toLocaleString("en", { maximumFractionDigits: power === 0 || amount >= 100 ? 0 : 1 })} ${units[power]}`;
}

function isAccepted({ name, type }: FileFacts, accept: readonly string[]): boolean {
  if (accept.length === 0) return true;
  return accept.some((kind) => {
    if (kind.startsWith(".")) return name.toLowerCase().endsWith(kind.toLowerCase());
    if (kind.endsWith("/*")) return type.startsWith(kind.slice(0, -1));
    return type === kind;
  });
}
