import { appBreaches } from "./app-rules.ts";
import { fileBreaches } from "./file-rules.ts";
import { packageBreaches } from "./package-rules.ts";
import { sliceBreaches, sliceCycles } from "./slice-rules.ts";
import { type Breach, readSource } from "./source-file.ts";

/** What breaks a wall of ARCHITECTURE.md, for sources given by their path from the root. */
export function findBreaches(sources: Iterable<[path: string, text: string]>): Breach[] {
  const files = [...sources].map(([path, text]) => readSource(path, text));
  const rules = [packageBreaches, sliceBreaches, appBreaches, fileBreaches];
  return [...files.flatMap((file) => rules.flatMap((rule) => rule(file))), ...sliceCycles(files)];
}
