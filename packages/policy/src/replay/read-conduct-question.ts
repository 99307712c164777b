import { conductKinds, conductStandings, dangers, storefrontIds } from "@covenant/domain";
import { noticedSanctions } from "../closing/notice-facts.ts";
import type { SuspensionNoticeQuestion } from "../closing/rule-on-suspension-notice.ts";
import type { ForfeitureQuestion, TerminationQuestion } from "../closing/rule-on-termination.ts";
import { patternSources } from "../conduct/pattern-facts.ts";
import type { ConductQuestion, ResalePermission } from "../conduct/rule-on-conduct.ts";
import type { PatternQuestion } from "../conduct/rule-on-pattern.ts";
import { earlierSanctions, gravities, ladderFindings } from "../ladder/facts.ts";
import type { LadderQuestion } from "../ladder/rule-on-ladder.ts";
import { instant, number, object, oneOf, orElse, orNull, type Part, type Reader, text, yesOrNo } from "./reader.ts";

const asked = (part: Part) => ({ storefront: part("storefront", oneOf(storefrontIds)), at: part("at", instant) });
const danger = oneOf(dangers);
const kind = oneOf(conductKinds);

const permission: Reader<ResalePermission> = object((part) => ({
  from: part("from", text),
  until: part("until", orNull(text)),
}));

/** Conduct that somebody saw, or a pattern of attempts, which has a source in its facts. */
export const conductQuestion: Reader<ConductQuestion | PatternQuestion> = object((part) => {
  const source = part("source", orElse(orNull(oneOf(patternSources)), null));
  if (source !== null) return { ...asked(part), source, count: part("count", number) };
  return {
    ...asked(part),
    kind: part("kind", kind),
    standing: part("standing", oneOf(conductStandings)),
    permission: part("permission", orNull(permission)),
  };
});

export const ladderQuestion: Reader<LadderQuestion> = object((part) => ({
  ...asked(part),
  weight: part("weight", number),
  gravity: part("gravity", oneOf(gravities)),
  earlier: part("earlier", oneOf(earlierSanctions)),
  finding: part("finding", oneOf(ladderFindings)),
}));

export const suspensionNoticeQuestion: Reader<SuspensionNoticeQuestion> = object((part) => ({
  ...asked(part),
  sanction: part("sanction", oneOf(noticedSanctions)),
  danger: part("danger", danger),
}));

/** What becomes of the credits of an account that is closed; `unspent` is how many there are. */
type StoredForfeiture = ForfeitureQuestion & { readonly unspent: number };

/** When an account is closed, or what becomes of its credits, which has in its facts whether money could still go back. */
export const terminationQuestion: Reader<TerminationQuestion | StoredForfeiture> = object((part) => {
  const mayWithdraw = part("mayWithdraw", orElse(orNull(yesOrNo), null));
  if (mayWithdraw === null) return { ...asked(part), danger: part("danger", danger) };
  return { ...asked(part), kind: part("kind", kind), mayWithdraw, unspent: part("unspent", orElse(number, 0)) };
});
