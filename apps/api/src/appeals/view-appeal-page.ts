import type { AppealedThing, AppealPage, CaseId, GenerationId, MemberActor } from "@covenant/domain";
import { ruleOnAppeal } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { appealOffers, offerOf } from "../standing/appeal-offers.ts";
import { type Contested, findContested, reasonsOf } from "./contested.ts";

/** The page on which a member appeals a decision, or reads how their appeal of it stands. @throws as `findContested`. */
export async function viewAppealPage(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { memberId }: Pick<MemberActor, "memberId">,
  about: AppealedThing,
): Promise<AppealPage> {
  const contested = await findContested(db, about, memberId);
  const { caseId, generationId, storefront, title, toldAt } = contested;
  const [offers, reasons] = await Promise.all([appealOffers(db, [caseId], clock.now()), reasonsOf(db, contested)]);
  const told = { storefront, toldAt, now: clock.now(), appeal: null };
  return {
    ...(offers.get(caseId ?? "") ?? offerOf(idOf(contested), told)),
    ...reasons,
    title,
    toldAt: toldAt.toISOString(),
    explanation: ruleOnAppeal({ storefront, at: toldAt, appealed: false }).explanation.member,
    generationId,
  };
}

function idOf({ caseId, generationId }: Contested): CaseId | GenerationId {
  const id = caseId ?? generationId;
  if (id === null) throw new Error("a decision is about a request or has a file");
  return id;
}
