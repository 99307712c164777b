import * as z from "zod/mini";

/** What an account can be said to have done, apart from the content of a request. */
export const conductKinds = [
  "evasion",
  "reverse-engineering",
  "resale",
  "shared-key",
  "leaked-key",
  "false-details",
  "safety-circumvention",
  "upstream-policy",
  "fraud",
  "malware",
  "repeated-breaches",
  "repeat-infringement",
  "strikes",
] as const;
export type ConductKind = (typeof conductKinds)[number];
export const conductKindSchema = z.enum(conductKinds);

/** What it is called, in words that follow “for” and “about”. */
export const conductLabels = {
  evasion: "getting around limits or security controls",
  "reverse-engineering": "reverse engineering",
  resale: "reselling access",
  "shared-key": "sharing an API key",
  "leaked-key": "a leaked API key",
  "false-details": "false account details",
  "safety-circumvention": "getting around a model's safety controls",
  "upstream-policy": "breaking a model maker's usage policy",
  fraud: "fraud",
  malware: "malicious software",
  "repeated-breaches": "repeated attempts at forbidden content",
  "repeat-infringement": "repeated copyright infringement",
  strikes: "strikes that add up",
} as const satisfies Record<ConductKind, string>;

/** How firmly conduct stands: somebody says so, a rule noticed it, or a person decided that it was so. */
export const conductStandings = ["alleged", "suspected", "established"] as const;
export type ConductStanding = (typeof conductStandings)[number];

/** What a person found: that it was so, or that there is good reason to suspect it. */
export const conductFindings = ["established", "suspected"] as const;
export type ConductFinding = (typeof conductFindings)[number];

/** Why nobody is told beforehand. `aids-breach`: telling would help a further breach. */
export const dangers = ["none", "fraud", "security", "aids-breach"] as const;
export type Danger = (typeof dangers)[number];

/** What a decision imposes on an account, mildest first. */
export const sanctionKinds = ["warning", "limit", "suspension", "termination"] as const;
export type SanctionKind = (typeof sanctionKinds)[number];
