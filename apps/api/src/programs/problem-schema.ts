import { violationCategories } from "@covenant/domain";
import * as z from "zod";

/**
 * What kind of trouble it is, whichever model or route it came from. The last eight are how a generation ends, the others
 * how a request does.
 */
export const problemClasses = [
  "bad_input",
  "authentication",
  "insufficient_credits",
  "permission",
  "not_found",
  "conflict",
  "rate_limit",
  "unavailable",
  "policy_input",
  "policy_output",
  "capacity",
  "transient",
  "timeout",
  "account",
  "cancelled",
  "unfinished",
] as const;
export type ProblemClass = (typeof problemClasses)[number];

/** Where on its way a request was stopped. */
export const problemStages = ["request", "screening", "queue", "upstream", "output"] as const;

/** Why something did not happen: in one sentence what to change, by clause, and what it cost. */
export const problemSchema = z
  .object({
    class: z.enum(problemClasses),
    code: z.string().describe("Stable and specific; `class` is the coarse one to branch on."),
    message: z.string().describe("What happened and what to change, for a person."),
    param: z.string().nullable().describe("The field to change."),
    stage: z.enum(problemStages),
    category: z.enum(violationCategories).nullable().describe("The prohibited category, when a rule was broken."),
    clauses: z.array(z.string()).describe("The clauses of the terms it rests on."),
    retryable: z.boolean().describe("Whether the same request may succeed later."),
    credits: z.object({ charged: z.int(), refunded: z.int() }).describe("By the ledger."),
    generation_id: z.string().nullable(),
    appeal: z
      .object({ path: z.string(), until: z.string() })
      .nullable()
      .describe("Where on its storefront's site the member can contest a decision, and how long."),
  })
  .meta({ id: "Problem" });

/** A problem with the status it is answered with. */
export type Problem = z.infer<typeof problemSchema> & { status: number };

/**
 * The body of every error: problem details (RFC 9457) with our members, and under `error` the same in the shape that
 * clients of OpenAI's API read.
 */
export const problemBody = problemSchema
  .omit({ message: true })
  .extend({
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    request_id: z.string(),
    error: problemSchema.extend({
      type: z.enum(["invalid_request_error", "image_generation_user_error", "server_error"]),
      request_id: z.string(),
    }),
  })
  .meta({ id: "ProblemDetails" });
