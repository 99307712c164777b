import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const dataRequestKinds = [
  "access",
  "export",
  "correction",
  "objection",
  "restriction",
  "deletion",
  "close-account",
] as const;
/** What a person wants done with their data: GDPR, articles 15 to 21, and the end of their account. */
export type DataRequestKind = (typeof dataRequestKinds)[number];

export type DataRequestFacts = {
  readonly request: DataRequestKind;
  /** Whether we know that whoever asks is the person the data is about. */
  readonly identity: "verified" | "unverified";
  /** Whether the law makes us preserve something of this person's. */
  readonly preservation: "standing" | "none";
  /** `complex`: so many or such difficult requests that one month is not enough (GDPR, article 12(3)). */
  readonly effort: "ordinary" | "complex";
};

/** What is done. `erase-rest`: all but what is preserved. `weigh`: a person weighs our grounds against theirs. */
type DataAction = "hand-over" | "correct" | "weigh" | "restrict" | "erase" | "erase-rest";

export type DataRequestVerdict =
  /** In `months`, and `extraMonths` more where the person is told within the first that it takes them. */
  | { readonly action: DataAction; readonly months: number; readonly extraMonths: number }
  | { readonly action: "prove-identity"; readonly months: number };

export const onDataRequest = conditionsOn<DataRequestFacts>();

export const requestWords = {
  access: "the member wants to see their data",
  export: "the member wants their data in a file",
  correction: "the member wants something corrected",
  objection: "the member objects to a use of their data",
  restriction: "the member wants a use of their data to stop for now",
  deletion: "the member wants their data deleted",
  "close-account": "the member closes the account",
} as const satisfies Record<DataRequestKind, string>;

export const identityWords = {
  verified: "we know who asks",
  unverified: "we do not know yet who asks",
} as const satisfies Record<DataRequestFacts["identity"], string>;

export const preservationWords = {
  standing: "a preservation stands",
  none: "no preservation stands",
} as const satisfies Record<DataRequestFacts["preservation"], string>;

export const effortWords = {
  ordinary: "it takes no more work than others",
  complex: "it takes much more work than others",
} as const satisfies Record<DataRequestFacts["effort"], string>;

export const dataRequestFamily: Family<DataRequestFacts> = {
  name: "data request",
  question: "dataRequest",
  points: () =>
    dataRequestKinds.flatMap((request) =>
      (["verified", "unverified"] as const).flatMap((identity) =>
        (["standing", "none"] as const).flatMap((preservation) =>
          (["ordinary", "complex"] as const).map((effort) => ({ request, identity, preservation, effort })),
        ),
      ),
    ),
  tell: ({ request, identity, preservation, effort }) => [
    requestWords[request],
    identityWords[identity],
    preservationWords[preservation],
    effortWords[effort],
  ],
};
