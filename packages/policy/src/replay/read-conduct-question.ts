import { conductKinds, conductStandings, dangers, storefrontIds } from "@covenant/domain";
import { noticedSanctions } from "../closing/notice-facts.ts";
import type { SuspensionNoticeQuestion } from "../closing/rule-on-suspension-notice.ts";
import type { ForfeitureQuestion, TerminationQuestion } from "../closing/rule-on-termination.ts";
import { patternSources } from "../conduct/pattern-facts.ts";
import type { ConductQuestion, ResalePermission } from "../conduct/rule-on-conduct.ts";
import type { PatternQuestion } from "../conduct/rule-on-pattern.ts";
import { earlierSanctions, gravities, ladderFindings } from "../ladder/facts.ts";
import type { LadderQuestion } from "../ladder/rule-on-ladder.ts";
import { instant, number, object, oneOf, orElse, orNull, type Reader, text, yesOrNo } from "./reader.ts";

// Made once, and their parts named one by one: made or spread anew for every ruling they cost ten times what is read.
const textOrNull = orNull(text);
const patternSourceIfAny = orElse(orNull(oneOf(patternSources)), null);
const yesOrNoIfAny = orElse(orNull(yesOrNo), null);
const numberOrZero = orElse(number, 0);
const conductStanding = oneOf(conductStandings);
const earlierSanction = oneOf(earlierSanctions);
const gravity = oneOf(gravities);
const finding = oneOf(ladderFindings);
const noticedSanction = oneOf(noticedSanctions);
const storefront = oneOf(storefrontIds);

const danger = oneOf(dangers);
const kind = oneOf(conductKinds);

const permission: Reader<ResalePermission> = object((part) => ({
  from: part("from", text),
  until: part("until", textOrNull),
}));

const permissionOrNull = orNull(permission);

/** Conduct that somebody saw, or a pattern of attempts, which has a source in its facts. */
export const conductQuestion: Reader<ConductQuestion | PatternQuestion> = object((part) => {
  const source = part("source", patternSourceIfAny);
  if (source !== null)
    return {
      storefront: part("storefront", storefront),
      at: part("at", instant),
      source,
      count: part("count", number),
    };
  return {
    storefront: part("storefront", storefront),
    at: part("at", instant),
    kind: part("kind", kind),
    standing: part("standing", conductStanding),
    permission: part("permission", permissionOrNull),
  };
});

export const ladderQuestion: Reader<LadderQuestion> = object((part) => ({
  storefront: part("storefront", storefront),
  at: part("at", instant),
  weight: part("weight", number),
  gravity: part("gravity", gravity),
  earlier: part("earlier", earlierSanction),
  finding: part("finding", finding),
}));

export const suspensionNoticeQuestion: Reader<SuspensionNoticeQuestion> = object((part) => ({
  storefront: part("storefront", storefront),
  at: part("at", instant),
  sanction: part("sanction", noticedSanction),
  danger: part("danger", danger),
}));

/** What becomes of the credits of an account that is closed; `unspent` is how many there are. */
type StoredForfeiture = ForfeitureQuestion & { readonly unspent: number };

/** When an account is closed, or what becomes of its credits, which has in its facts whether money could still go back. */
export const terminationQuestion: Reader<TerminationQuestion | StoredForfeiture> = object((part) => {
  const mayWithdraw = part("mayWithdraw", yesOrNoIfAny);
  if (mayWithdraw === null)
    return { storefront: part("storefront", storefront), at: part("at", instant), danger: part("danger", danger) };
  return {
    storefront: part("storefront", storefront),
    at: part("at", instant),
    kind: part("kind", kind),
    mayWithdraw,
    unspent: part("unspent", numberOrZero),
  };
});
