import { Refusal, type StorefrontId, type TermsDifferenceView } from "@covenant/domain";
import {
  type ClauseChange,
  citationIn,
  differenceBetween,
  documentTitles,
  publishedTerms,
  type TermsVersion,
} from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { markWords } from "./mark-words.ts";

/**
 * What a version changes to the one before, with the changed words marked.
 * @throws Refusal "thing/not-found" for a version that is not published, and for the first, which changes none.
 */
export function viewDifference(
  { clock }: Pick<Deps, "clock">,
  storefront: StorefrontId,
  version: string,
): TermsDifferenceView {
  const published = publishedTerms(storefront, clock.now());
  const place = published.findIndex((each) => each.version === version);
  const [before, after] = [published[place - 1], published[place]];
  if (!before || !after) throw new Refusal("thing/not-found", { thing: "difference" });
  const { from, to, weight, changes } = differenceBetween(before, after);
  return { from, to, weight, changes: changes.map((change) => viewOf(change, { before, after })) };
}

function viewOf(
  { id, kind, weight, matters, document, before, after }: ClauseChange,
  terms: { readonly before: TermsVersion; readonly after: TermsVersion },
): TermsDifferenceView["changes"][number] {
  return {
    kind,
    weight,
    document: documentTitles[document],
    matters,
    before: before && citationIn(terms.before, id),
    after: after && citationIn(terms.after, id),
    title: markWords({ before: before?.title ?? "", after: after?.title ?? "" }),
    text: markWords({ before: before?.text ?? "", after: after?.text ?? "" }),
  };
}
