import { createHash } from "node:crypto";
import { idOf } from "../rule.ts";
import type { TermsVersion } from "./pack.ts";

/** What a version binds by: a fingerprint of each clause as it reads and is marked, and of each rule as it decides. */
export type Fingerprints = Readonly<Record<string, string>>;

/** The fingerprints of a version, by clause id and by `family rule`. How a rule is put into words is none of it. */
export function fingerprintsOf({ clauses, rules }: Pick<TermsVersion, "clauses" | "rules">): Fingerprints {
  const ofClauses = clauses.map(({ id, document, title, text, source, keptBy }) => [
    id,
    fingerprint({ document, title, text, source, keptBy }),
  ]);
  const ofRules = Object.entries(rules).flatMap(([family, book]) =>
    book.rules.map((rule) => {
      const { clause, readWith = [], overrides = [], when, gives } = rule;
      return [`${family} ${idOf(rule)}`, fingerprint({ clause, readWith, overrides, when, gives })];
    }),
  );
  return Object.fromEntries([...ofClauses, ...ofRules]);
}

/** What differs from what was published, in words; what was added since is no difference. */
export function changesSince(published: Fingerprints, now: Fingerprints): string[] {
  return Object.entries(published).flatMap(([name, was]) => {
    if (now[name] === undefined) return [`${name} is gone`];
    return now[name] === was ? [] : [`${name} reads or decides otherwise`];
  });
}

function fingerprint(of: object): string {
  return createHash("sha256").update(JSON.stringify(of)).digest("base64url").slice(0, 10);
}
