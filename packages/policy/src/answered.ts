import type { ClauseCitation, Question } from "@covenant/domain";
import type { Needs } from "./answer.ts";
import type { Unknown } from "./asks.ts";
import type { ClauseId } from "./clause.ts";
import type { Facts } from "./condition.ts";
import { citationIn } from "./legal-pages.ts";
import type { TermsVersion } from "./packs/pack.ts";
import type { Ruling } from "./ruling.ts";

/** That nothing can be ruled yet, with what is missing and why it is asked. Plain data, like a ruling. */
export type Unanswered = {
  readonly kind: "needs";
  readonly question: Question;
  /** Names of facts. */
  readonly missing: readonly string[];
  readonly clauses: readonly ClauseCitation[];
  /** Null where what is missing is which terms rule. */
  readonly termsVersion: string | null;
  readonly explanation: { readonly member: string; readonly staff: string };
};

/** The answer to a question some of whose facts may be unknown: whoever wants the ruling has to see that there is one. */
export type Answered<Outcome> = { readonly kind: "ruled"; readonly ruling: Ruling<Outcome> } | Unanswered;

/** What is asked for each fact, to go on after "we need to know": `whether the notice is signed`. */
export type FactAsks<F extends Facts> = { readonly [K in keyof F & string]: string };

/** Says in both voices what is missing, and on account of which clauses it is asked. */
export function writeNeeds<F extends Facts>(
  terms: TermsVersion,
  question: Question,
  { missing, because }: Needs<F>,
  asks: FactAsks<F>,
): Unanswered {
  const asked = listed(missing.map((fact) => asks[fact]));
  return unanswered(terms, question, missing, because, {
    member: `We cannot say yet: we first need to know ${asked}`,
    staff: `We cannot say yet. It hangs on ${asked}`,
    after: " Every other fact that is unknown changes nothing.",
  });
}

/** The same of facts without which a question cannot be put at all; what they would change is not asked. */
export function writeUnknown(
  terms: TermsVersion | null,
  question: Question,
  unknown: readonly Unknown[],
  because: readonly ClauseId[],
): Unanswered {
  const asked = listed(unknown.map(({ words }) => words));
  const missing = unknown.map(({ fact }) => fact);
  return unanswered(terms, question, missing, [...new Set(because)], {
    member: `We cannot say yet: we first need to know ${asked}`,
    staff: `We cannot say yet. Nobody has said ${asked}`,
    after: "",
  });
}

function unanswered(
  terms: TermsVersion | null,
  question: Question,
  missing: readonly string[],
  because: readonly ClauseId[],
  words: { readonly member: string; readonly staff: string; readonly after: string },
): Unanswered {
  const cited = because.length === 0 ? "" : ` (${because.length > 1 ? "clauses" : "clause"} ${because.join(", ")})`;
  return {
    kind: "needs",
    question,
    missing,
    clauses: terms ? because.map((id) => citationIn(terms, id)) : [],
    termsVersion: terms?.version ?? null,
    explanation: { member: `${words.member}${cited}.`, staff: `${words.staff}${cited}.${words.after}` },
  };
}

/** `a, b and c`. */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
