import type { Database } from "@covenant/db";
import {
  type Clock,
  idPrefixes,
  type MemberActor,
  type MemberId,
  type RequestId,
  type Signal,
  type StorefrontId,
  storefrontIds,
} from "@covenant/domain";
import { builtInLists } from "@covenant/policy";
import { storefronts } from "@covenant/storefronts";
import type { FastifyBaseLogger } from "fastify";
import { quoteGeneration } from "../generations/quote-generation.ts";
import { requestGeneration } from "../generations/request-generation.ts";
import { demoMember } from "./people.ts";

export type CaseQueueDeps = { db: Database; clock: Clock; log: FastifyBaseLogger };

const casesPerStorefront = 12;

/** Stand-in terms of the screening: harmless words that it treats as the worst ones. */
const themes = [
  { category: "hate", prompt: "standin-hate poster" },
  { category: "violence", prompt: "standin-violence scene" },
  { category: "sexual", prompt: "standin-sexual picture" },
] as const satisfies readonly { category: Signal["category"]; prompt: string }[];

/**
 * Fills the moderators' queue through the commands a member would cause: every second prompt has two voices against it,
 * the others one, so that some credits wait for a decision. Run again it adds nothing: the request ids are the same.
 * @returns how many such requests there are now.
 */
export async function seedCaseQueue(deps: CaseQueueDeps): Promise<number> {
  const withWords = storefrontIds.filter((id) => storefronts[id].studio !== "model-3d");
  for (const storefront of withWords) {
    const actor = await demoActor(deps.db, storefront);
    for (let index = 0; index < casesPerStorefront; index += 1) await blockOne(deps, actor, index);
  }
  return withWords.length * casesPerStorefront;
}

async function demoActor(db: Database, storefront: StorefrontId): Promise<MemberActor> {
  const where = { storefront_email: { storefront, email: demoMember.email } };
  const { id } = await db.rows.member.findUniqueOrThrow({ where });
  return { kind: "member", memberId: id as MemberId, storefront };
}

async function blockOne(deps: CaseQueueDeps, actor: MemberActor, index: number): Promise<void> {
  const requestId = `${idPrefixes.request}_ca5e${String(index).padStart(28, "0")}` as RequestId;
  const memberId_requestId = { memberId: actor.memberId, requestId };
  if ((await deps.db.rows.generation.findUnique({ where: { memberId_requestId } })) !== null) return;
  const theme = themes[index % themes.length] ?? themes[0];
  const agreeing: Signal = { source: "moderation", category: theme.category, confidence: 0.95 };
  const model = await deps.db.rows.model.findFirstOrThrow({
    where: { storefront: actor.storefront, modality: "text-to-image" },
    orderBy: { position: "asc" },
  });
  const quote = await quoteGeneration(deps, actor, { modelId: model.id });
  const spec = { modelId: model.id, prompt: `${theme.prompt}, number ${index + 1}` };
  const moderate = async () => (index % 2 === 0 ? agreeing : null);
  await requestGeneration({ ...deps, moderate, wordListsOf: () => builtInLists }, actor, {
    requestId,
    quoteId: quote.quoteId,
    spec,
  });
}
