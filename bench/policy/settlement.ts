import { termsInForce } from "@covenant/policy";

/** Settlement at Image-AI.run, the book with the most exceptions: what our engine runs and each peer is given again. */
export const book = termsInForce("image-ai-run", new Date("2026-07-01T00:00:00Z")).rules.settlement;

export type Facts = ReturnType<typeof book.family.points>[number];

export type Verdict = "release" | "review" | "delivered" | "requested";

export const points = book.family.points();

/** A verdict in one word, the same for all engines. */
export function verdictOf(given: (typeof book.rules)[number]["gives"]): Verdict {
  return given.credits === "capture" ? given.share : given.credits;
}

const ownDoing = ["prompt-blocked", "upload-blocked", "upstream-refused-prompt"];
const blocked = [...ownDoing, "output-refused"];
const failed = [
  "provider-failed",
  "provider-timeout",
  "bad-input",
  "not-started-in-time",
  "model-stopped",
  "account-stopped",
];

/** A rule as engines without exceptions take it: of those that match, the one of the highest priority decides. */
export type FlatRule = {
  readonly id: string;
  readonly priority: number;
  readonly gives: Verdict;
  readonly where: Partial<Record<keyof Facts, readonly string[]>>;
};

/** The same rules once more, written flat: general ones at 1, exceptions at 2. */
export const flatRules: readonly FlatRule[] = [
  { id: "IAI-6.1", priority: 1, gives: "delivered", where: { outputs: ["some", "all"] } },
  { id: "IAI-4.3", priority: 1, gives: "release", where: { outputs: ["none"], reason: blocked } },
  { id: "IAI-4.3-partly", priority: 1, gives: "delivered", where: { outputs: ["some"], reason: blocked } },
  { id: "IAI-8.5", priority: 2, gives: "requested", where: { standing: ["established"], reason: ownDoing } },
  {
    id: "IAI-i1",
    priority: 2,
    gives: "review",
    where: { outputs: ["none"], standing: ["suspected"], reason: ownDoing },
  },
  { id: "IAI-8.2", priority: 1, gives: "release", where: { outputs: ["none"], reason: failed } },
  { id: "IAI-a4", priority: 1, gives: "release", where: { outputs: ["none"], reason: ["cancelled-by-member"] } },
];
