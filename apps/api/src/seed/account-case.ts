import { grant } from "@covenant/db";
import {
  credits,
  idPrefixes,
  type MemberActor,
  type MemberId,
  newId,
  type RequestId,
  type Signal,
} from "@covenant/domain";
import { builtInLists, patternMeasure } from "@covenant/policy";
import { quoteGeneration } from "../generations/quote-generation.ts";
import { requestGeneration } from "../generations/request-generation.ts";
import type { CaseQueueDeps } from "./case-queue.ts";
import { seedMember } from "./people.ts";

/** A member of their own, so that nothing is suspended that others look at. */
export const conductMember = { storefront: "image-ai-run", email: "conduct@demo.test" } as const;

const agreeing: Signal = { source: "moderation", category: "hate", confidence: 0.95 };

/**
 * A member with strikes and an open case about their account, made by the commands that a member would cause: requests
 * are stopped by two voices until they are a pattern. Run again it adds nothing: the request ids are the same.
 */
export async function seedAccountCase(deps: CaseQueueDeps, password: string): Promise<void> {
  await seedMember(deps, { ...conductMember, password });
  const actor = await actorOf(deps);
  await grant(deps.db, {
    walletId: actor.memberId,
    lotId: newId("lot"),
    credits: credits(120),
    source: "goodwill",
    reason: "demo",
    key: "seed.conduct",
  });
  const { atLeast } = patternMeasure(conductMember.storefront, deps.clock.now(), "blocked");
  for (let index = 0; index < atLeast; index += 1) await blockOne(deps, actor, index);
}

async function actorOf({ db }: CaseQueueDeps): Promise<MemberActor> {
  const { id } = await db.rows.member.findUniqueOrThrow({ where: { storefront_email: conductMember } });
  return { kind: "member", memberId: id as MemberId, storefront: conductMember.storefront };
}

async function blockOne(deps: CaseQueueDeps, actor: MemberActor, index: number): Promise<void> {
  const requestId = `${idPrefixes.request}_acc0${String(index).padStart(28, "0")}` as RequestId;
  const memberId_requestId = { memberId: actor.memberId, requestId };
  if ((await deps.db.rows.generation.findUnique({ where: { memberId_requestId } })) !== null) return;
  const modelId = "z-image";
  const { quoteId } = await quoteGeneration(deps, actor, { modelId });
  const spec = { modelId, prompt: `standin-hate banner, number ${index + 1}` };
  await requestGeneration({ ...deps, moderate: async () => agreeing, wordListsOf: () => builtInLists }, actor, {
    requestId,
    quoteId,
    spec,
  });
}
