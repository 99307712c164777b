import type { Clause } from "../../clause.ts";
import type { PrivacyStatement } from "../../inventory/privacy-statement.ts";
import type { PackRules } from "../pack.ts";
import { ordinaryClauses } from "./ordinary-clauses.ts";
import { ordinaryRules } from "./ordinary-rules.ts";
import { type OrdinaryIds, ordinaryIds, type Topic } from "./topics.ts";

type Start = {
  /** What the ids of its clauses begin with: `EXP`. */
  readonly prefix: string;
  /** First civil day of force. */
  readonly since: string;
  /** Topics that the storefront's own clauses are on. */
  readonly without: readonly Topic[];
};

type Ordinary = {
  readonly ids: OrdinaryIds;
  readonly clauses: readonly Clause[];
  readonly rules: PackRules;
  readonly privacy: PrivacyStatement;
};

/**
 * Terms to start from: ordinary practice and the law, as clauses, rules and what they say of data, complete without a word
 * from the storefront. What its documents say otherwise stands in clauses of its own, with the books that follow them; the
 * topics they are on are left out here, and `policy:coverage` names one that was forgotten.
 */
export function ordinaryTerms({ prefix, since, without }: Start): Ordinary {
  const ids = ordinaryIds(prefix);
  const left = new Set(without.map((topic) => ids[topic]));
  return {
    ids,
    clauses: ordinaryClauses(ids, since).filter(({ id }) => !left.has(id)),
    rules: ordinaryRules(ids),
    privacy: privacyOf(ids),
  };
}

function privacyOf({ records, recipients }: OrdinaryIds): PrivacyStatement {
  return {
    keeps: { account: records, billing: records, safety: records },
    shares: [
      {
        clause: recipients,
        names: {
          fal: "fal.ai",
          "model-makers": "the companies behind the models",
          openai: "OpenAI",
          stripe: "Stripe",
          resend: "Resend",
          "object-storage": "a storage company",
          hosting: "our servers are another company's",
          authorities: "where the law demands it",
        },
      },
    ],
  };
}
