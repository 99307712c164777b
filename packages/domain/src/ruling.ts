import * as z from "zod/mini";
import { clauseCitation } from "./clause.ts";

/** The policy engine's questions. Each has one function from facts to a ruling. */
export const questions = [
  "admission",
  "promptScreening",
  "settlement",
  "retention",
  "sanction",
  "appeal",
  "orderRefund",
  "cancellation",
  "priceChange",
  "creditExpiry",
  "takedownNotice",
  "counterNotice",
  "dataRequest",
  "supportDeadline",
  "liabilityCap",
  "termsAcceptance",
  "conduct",
  "ladder",
  "suspensionNotice",
  "termination",
] as const;
export type Question = (typeof questions)[number];

/** A ruling as people see it. The stored ruling also keeps the facts it was made on. */
export const rulingView = z.object({
  question: z.enum(questions),
  /** The outcome's name, such as `released`. */
  outcome: z.string(),
  clauses: z.array(clauseCitation),
  /** Clause ids of general rules that an exception displaced. */
  overridden: z.array(z.string()),
  termsVersion: z.string(),
  explanation: z.string(),
});
export type RulingView = z.infer<typeof rulingView>;
