import { type GraceQuestion, ruleOnGrace } from "@covenant/policy";

/** How long credits that come back to a lot that ran out can be used, as a verb takes it; empty where the terms give no time. */
export function graceFor(question: GraceQuestion): { graceUntil?: Date } {
  const { graceUntil } = ruleOnGrace(question).outcome;
  return graceUntil === null ? {} : { graceUntil };
}
