import { enqueue, type Tx } from "@covenant/db";
import {
  type ApiKeyId,
  type Credits,
  credits,
  type GenerationId,
  type GenerationRequest,
  type MemberActor,
  type MemberId,
  newId,
  Refusal,
} from "@covenant/domain";
import { ruleOnPrompt, ruleOnRetention } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { spentThisMonth } from "../keys/spent-this-month.ts";
import { admitToGenerate } from "../members/admitted-member.ts";
import { getModel } from "../models/find-model.ts";
import { runningLimit } from "../standing/read-record.ts";
import { appendEvent } from "./append-event.ts";
import { blockRequest } from "./block-request.ts";
import { finishDeadline, startDeadline } from "./deadlines.ts";
import { findByRequest } from "./find-by-request.ts";
import { type GenerationRow, lockGeneration } from "./generation-store.ts";
import { runAttemptJob } from "./generations-jobs.ts";
import { hearSignals } from "./hear-signals.ts";
import { holdFor } from "./hold-for.ts";
import { judgeUpload } from "./judge-upload.ts";
import { requireInputs } from "./require-inputs.ts";

export type RequestDeps = Pick<Deps, "db" | "clock" | "moderate" | "wordListsOf" | "log">;
/**
 * A request that came by API key, which may take so much a month. Its caller runs the attempt itself; the queue backs it up
 * after the delay.
 */
export type Via = { apiKeyId: ApiKeyId; monthlyCredits: number | null; backUpAfterMs: number };

/**
 * Requests a generation: admission, screening, then one transaction that writes the generation with its hold and either
 * queues it or, where the prompt is blocked, settles it on the spot. The same request sent twice is one generation, and new to the one
 * that made it.
 */
export async function requestGeneration(
  deps: RequestDeps,
  actor: MemberActor,
  request: GenerationRequest,
  via?: Via,
): Promise<{ generationId: GenerationId; isNew: boolean }> {
  const { db, clock } = deps;
  const earlier = await findByRequest(db, actor.memberId, request);
  if (earlier !== null) return { generationId: earlier, isNew: false };

  const at = clock.now();
  await admitToGenerate(db, actor, at);
  const model = await getModel(db, { ...actor, modelId: request.spec.modelId, at });
  const quote = await getQuote(deps, actor, request, at);
  await requireInputs(db, actor, request.spec, model);
  const { signals, hits } = await hearSignals(deps, actor.storefront, request.spec.prompt);
  const screening = ruleOnPrompt({ storefront: actor.storefront, at, signals });
  const upload = await judgeUpload(deps, { storefront: actor.storefront, at, uploadId: request.spec.uploadId });

  return db.transaction(async (tx) => {
    const generation = await insertGeneration(tx, { actor, request, model, credits: quote.credits, at, via });
    if (generation === null) {
      const other = await findByRequest(tx, actor.memberId, request);
      if (other === null) throw new Error(`${request.requestId} is neither new nor known`);
      return { generationId: other, isNew: false };
    }
    if (screening.outcome.outcome === "blocked") {
      await blockRequest(tx, generation, { of: "prompt", at, signals, hits, screening });
    } else if (upload !== null) {
      await blockRequest(tx, generation, upload);
    } else {
      await holdAndQueue(tx, generation, via);
    }
    return { generationId: generation.id as GenerationId, isNew: true };
  });
}

async function holdAndQueue(tx: Tx, generation: GenerationRow, via: Via | undefined): Promise<void> {
  await holdFor(tx, generation);
  await requireWithinLimit(tx, generation);
  if (via !== undefined) await requireWithinBudget(tx, generation, via);
  await appendEvent(tx, generation, { state: "queued", stage: "Waiting to start" });
  const delay = via === undefined ? {} : { delay: via.backUpAfterMs };
  await enqueue(tx, runAttemptJob, { generationId: generation.id as GenerationId }, delay);
}

/** A limited account runs a few at a time. The hold has locked the wallet, so requests sent at once are counted in turn. */
async function requireWithinLimit(tx: Tx, { memberId, createdAt }: GenerationRow): Promise<void> {
  const most = await runningLimit(tx, memberId as MemberId, createdAt);
  if (most === null) return;
  const running = await tx.rows.generation.count({ where: { memberId, state: { in: ["queued", "running"] } } });
  if (running >= most) throw new Refusal("generation/too-many-running", { most });
}

/** As above: the hold is counted in, and the wallet it has locked makes requests sent at once wait for each other. */
async function requireWithinBudget(
  tx: Tx,
  { credits: price, createdAt }: GenerationRow,
  { apiKeyId, monthlyCredits: budget }: Via,
): Promise<void> {
  if (budget === null) return;
  const spent = (await spentThisMonth(tx, [apiKeyId], createdAt)).get(apiKeyId) ?? 0;
  if (spent > budget) throw new Refusal("key/budget-spent", { budget, used: spent - price });
}

async function getQuote(
  { db }: Pick<Deps, "db">,
  { memberId }: MemberActor,
  { quoteId, spec }: GenerationRequest,
  at: Date,
): Promise<{ credits: Credits }> {
  const quote = await db.rows.quote.findFirst({ where: { id: quoteId, memberId } });
  if (quote === null) throw new Refusal("thing/not-found", { thing: "quote" });
  if (quote.validUntil <= at) throw new Refusal("quote/expired");
  const isOfThis =
    quote.modelId === spec.modelId && quote.size === (spec.size ?? null) && quote.count === (spec.count ?? 1);
  if (!isOfThis) throw new Refusal("request/invalid", { reason: "The quote is for another model, size or number." });
  return { credits: credits(quote.credits) };
}

type NewGeneration = {
  actor: MemberActor;
  request: GenerationRequest;
  model: { id: string; name: string; expectedSeconds: number };
  credits: Credits;
  at: Date;
  via: Via | undefined;
};

/** Null when the same request is already written; the other transaction is waited for. */
async function insertGeneration(tx: Tx, { actor, request, model, credits, at, via }: NewGeneration) {
  const { memberId, storefront } = actor;
  const { requestId, quoteId, spec } = request;
  const id = newId("generation");
  const fresh = { storefront, at, createdAt: at, firstDownloadConfirmedAt: null, preservedAt: null };
  const keeps = (subject: "history-entry" | "prompt") => ruleOnRetention({ ...fresh, subject }).outcome.keepUntil;
  const { count } = await tx.rows.generation.createMany({
    skipDuplicates: true,
    data: {
      id,
      storefront,
      memberId,
      requestId,
      apiKeyId: via?.apiKeyId ?? null,
      quoteId,
      modelId: model.id,
      modelName: model.name,
      prompt: spec.prompt.trim() === "" ? null : spec.prompt,
      size: spec.size ?? null,
      count: spec.count ?? 1,
      uploadId: spec.uploadId ?? null,
      credits,
      state: "quoted",
      expectedSeconds: model.expectedSeconds,
      createdAt: at,
      startBy: startDeadline(at),
      finishBy: finishDeadline(startDeadline(at), model.expectedSeconds),
      keepUntil: keeps("history-entry"),
      promptKeepUntil: keeps("prompt"),
    },
  });
  return count === 0 ? null : lockGeneration(tx, id);
}
