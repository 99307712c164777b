import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const retentionSubjects = ["artifact", "upload", "history-entry", "prompt", "call-record"] as const;
export type RetentionSubject = (typeof retentionSubjects)[number];

export type RetentionFacts = { readonly subject: RetentionSubject };

/**
 * How long something stays. `forDelivery`: it is here only to be handed over, and gone a number of minutes after it was
 * made or after its first confirmed download, whichever comes first. `forDays`: civil days of 24 hours. `forMember`: until
 * the member deletes it or the account ends.
 */
export type RetentionVerdict =
  | { readonly stays: "forDelivery"; readonly minutesAfterCreation: number; readonly minutesAfterDownload: number }
  | { readonly stays: "forDays"; readonly days: number }
  | { readonly stays: "forMember" };

export const onRetention = conditionsOn<RetentionFacts>();

export const subjectWords = {
  artifact: "this is a file that was made",
  upload: "this is a file the member gave",
  "history-entry": "this is an entry of the history",
  prompt: "this is a prompt",
  "call-record": "this is the record of a call",
} as const satisfies Record<RetentionSubject, string>;

export const retentionFamily: Family<RetentionFacts> = {
  name: "retention",
  question: "retention",
  points: () => retentionSubjects.map((subject) => ({ subject })),
  tell: ({ subject }) => [subjectWords[subject]],
};
