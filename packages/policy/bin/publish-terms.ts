/**
 * Writes down what each terms version binds by. What is new is added; what was published and reads or decides otherwise now
 * is named and left, and the command ends with 1: such a change is an amendment. A mistake that never bound anybody is taken
 * out of the file by hand, where a reviewer sees it.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { packs } from "../src/packs/packs.ts";
import { changesSince, type Fingerprints, fingerprintsOf } from "../src/packs/published-terms.ts";

const file = new URL("../src/packs/published-terms.json", import.meta.url);
const published: Record<string, Fingerprints> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
const versions = Object.values(packs).flatMap((pack) => pack.versions);
const changes: string[] = [];
for (const terms of versions) {
  const name = `${terms.storefront} ${terms.version}`;
  const [was, now] = [published[name] ?? {}, fingerprintsOf(terms)];
  changes.push(...changesSince(was, now).map((change) => `${name}: ${change}`));
  published[name] = { ...now, ...was };
}
if (changes.length === 0) writeFileSync(file, `${JSON.stringify(published, null, 2)}\n`);
for (const change of changes) console.error(change);
console.log(changes.length === 0 ? `${versions.length} versions are written down.` : "Nothing was written.");
process.exitCode = changes.length === 0 ? 0 : 1;
