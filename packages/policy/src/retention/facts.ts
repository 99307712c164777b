import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const retentionSubjects = ["artifact", "upload", "history-entry", "prompt", "call-record"] as const;
export type RetentionSubject = (typeof retentionSubjects)[number];

const preservations = ["none", "standing"] as const;

export type RetentionFacts = {
  readonly subject: RetentionSubject;
  /** Whether a law makes us preserve it: what was reported to the authorities, or what a court case is about. */
  readonly preservation: (typeof preservations)[number];
};

/**
 * How long something stays. `forDelivery`: it is here only to be handed over, and gone a number of minutes after it was
 * made or after its first confirmed download, whichever comes first. `forDays`: civil days of 24 hours. `forMember`: until
 * the member deletes it or the account ends. `preserved`: until a person has ruled again, after so many years at the least.
 */
export type RetentionVerdict =
  | { readonly stays: "forDelivery"; readonly minutesAfterCreation: number; readonly minutesAfterDownload: number }
  | { readonly stays: "forDays"; readonly days: number }
  | { readonly stays: "forMember" }
  | { readonly stays: "preserved"; readonly years: number };

export const onRetention = conditionsOn<RetentionFacts>();

export const subjectWords = {
  artifact: "this is a file that was made",
  upload: "this is a file the member gave",
  "history-entry": "this is an entry of the history",
  prompt: "this is a prompt",
  "call-record": "this is the record of a call",
} as const satisfies Record<RetentionSubject, string>;

export const preservationWords = {
  none: "no preservation stands",
  standing: "a preservation stands",
} as const satisfies Record<RetentionFacts["preservation"], string>;

export const retentionFamily: Family<RetentionFacts> = {
  name: "retention",
  question: "retention",
  points: () =>
    retentionSubjects.flatMap((subject) => preservations.map((preservation) => ({ subject, preservation }))),
  tell: ({ subject, preservation }) => [
    subjectWords[subject],
    ...(preservation === "standing" ? [preservationWords.standing] : []),
  ],
};
