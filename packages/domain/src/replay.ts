import * as z from "zod/mini";
import { storefrontIdSchema } from "./storefront.ts";

/** The most days a replay goes back. */
export const mostReplayDays = 365;

/** Which rulings to hold against which terms. */
export const replayQuestion = z.object({
  storefront: storefrontIdSchema,
  /** The version's name, its first day of force: `2027-03-15`. */
  version: z.iso.date(),
  /** Rulings of so many days until now. */
  days: z.int().check(z.minimum(1), z.maximum(mostReplayDays)),
});
export type ReplayQuestion = z.infer<typeof replayQuestion>;

/** A ruling by which a group can be looked into. */
const example = z.object({
  id: z.string(),
  memberId: z.nullable(z.string()),
  generationId: z.nullable(z.string()),
});
export type ReplayExample = z.infer<typeof example>;

const side = z.object({ outcome: z.string(), clauses: z.array(z.string()) });

/** Rulings that would have come out differently in the same way. */
const flipGroup = z.object({
  question: z.string(),
  before: side,
  after: side,
  /** What of the outcome differs, each in a few words. */
  differs: z.array(z.string()),
  rulings: z.int(),
  members: z.int(),
  /** Credits that members would have had more, and fewer, right after these rulings. */
  creditsMore: z.int(),
  creditsFewer: z.int(),
  examples: z.array(example),
});
export type FlipGroupView = z.infer<typeof flipGroup>;

/** What other terms would have decided over some days of rulings. */
export const replayView = z.object({
  storefront: storefrontIdSchema,
  version: z.string(),
  since: z.string(),
  read: z.int(),
  same: z.int(),
  flipped: z.int(),
  unreplayed: z.int(),
  members: z.int(),
  creditsMore: z.int(),
  creditsFewer: z.int(),
  flips: z.array(flipGroup),
  /** Rulings that could not be held against these terms, each kind with its reason. */
  notReplayed: z.array(
    z.object({ question: z.string(), why: z.string(), rulings: z.int(), examples: z.array(example) }),
  ),
});
export type ReplayView = z.infer<typeof replayView>;
