import { decide } from "../decide.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { type ClauseChange, differenceBetween } from "../versions/difference.ts";

const dayLength = 24 * 60 * 60_000;

/** What no new version may break, whatever it changes: a sentence for each breach, none in sound terms. */
export function versionFaults(before: TermsVersion, after: TermsVersion): readonly string[] {
  const { weight, changes, unsaid } = differenceBetween(before, after);
  const noticeDays = (after.startsAt.getTime() - after.announcedAt.getTime()) / dayLength;
  const owedDays = decide(before.rules.termsNotice, { change: weight }).verdict.days;
  return [
    ...(noticeDays < 0 ? ["it binds before it is announced"] : []),
    ...(noticeDays < owedDays ? [`${noticeDays} days of notice, where the terms before promise ${owedDays}`] : []),
    ...(after.announcedAt < before.startsAt ? ["it is announced before the version that it changes is in force"] : []),
    ...unsaid.map((id) => `${id} is another rule, and every clause it cites reads as before`),
    ...changes.flatMap(wordFaults),
  ];
}

/** A change that acts says why it matters; one that does not claims nothing. */
function wordFaults({ id, weight, matters }: ClauseChange): string[] {
  if (weight === "material" && matters === null) return [`${id} changes, and nobody is told why it matters`];
  if (weight === "editorial" && matters !== null) return [`${id} changes nothing, and is said to matter`];
  return [];
}
