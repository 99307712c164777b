import type { ClauseCitation, MemberActor, StandingView } from "@covenant/domain";
import { ruleOnLadder } from "@covenant/policy";
import { storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { readRecord } from "./read-record.ts";
import { viewRecord } from "./view-record.ts";

/** What a member sees of their own standing: strikes, sanctions, what comes next on the ladder, and where to appeal. */
export async function viewStanding(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { memberId, storefront }: MemberActor,
): Promise<StandingView> {
  const at = clock.now();
  const [record, { weight, earlier }] = await Promise.all([viewRecord(db, memberId, at), readRecord(db, memberId, at)]);
  const further = { weight: weight + 1, gravity: "ordinary", earlier, finding: "established" } as const;
  const { outcome, clauses } = ruleOnLadder({ storefront, at, ...further });
  return {
    ...record,
    next: { explanation: nextWords[outcome.sanction], clauses: clauses as ClauseCitation[] },
    supportEmail: storefronts[storefront].supportEmail,
  };
}

const nextWords = {
  none: "A further breach would have no consequence for your account.",
  warning: "A breach of the rules of conduct would lead to a warning.",
  limit: "A further breach would limit your account for a time.",
  suspension: "A further breach would suspend your account for a time.",
  termination: "A further breach could close your account.",
} as const;
