import {
  type ConductKind,
  type ConductStanding,
  conductKinds,
  conductLabels,
  conductStandings,
} from "@covenant/domain";
import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const permissions = ["none", "not-in-force", "in-force"] as const;
/** Our written permission to resell: none, a dated one that does not cover the day, or one that does. */
export type Permission = (typeof permissions)[number];

export type ConductFacts = {
  readonly kind: ConductKind;
  readonly standing: ConductStanding;
  readonly permission: Permission;
};

/**
 * `case`: a person looks. `ladder`: no new strike, the record speaks. `keys-end`: every key is revoked and nobody is blamed.
 * `expiresAfterDays` are civil days from the day of the conduct.
 */
export type ConductVerdict =
  | { readonly follows: "nothing" | "case" | "ladder" | "keys-end" }
  | { readonly follows: "strike"; readonly weight: number; readonly expiresAfterDays: number };

export const onConduct = conditionsOn<ConductFacts>();

export const conductStandingWords = {
  alleged: "somebody says so, and nothing shows it",
  suspected: "there is reason to suspect it",
  established: "a person decided that it was so",
} as const satisfies Record<ConductStanding, string>;

export const permissionWords = {
  none: "there is no written permission to resell",
  "not-in-force": "a written permission to resell does not cover the day",
  "in-force": "a written permission to resell covers the day",
} as const satisfies Record<Permission, string>;

export const conductFamily: Family<ConductFacts> = {
  name: "conduct",
  question: "conduct",
  points: () =>
    conductKinds.flatMap((kind) =>
      conductStandings.flatMap((standing) =>
        (kind === "resale" ? permissions : (["none"] as const)).map((permission) => ({ kind, standing, permission })),
      ),
    ),
  tell: ({ kind, standing, permission }) => [
    `it was about ${conductLabels[kind]}`,
    conductStandingWords[standing],
    ...(kind === "resale" ? [permissionWords[permission]] : []),
  ],
};
