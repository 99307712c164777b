import type {
  AppealOffer,
  EndReason,
  GenerationId,
  GenerationState,
  GenerationView,
  MemberActor,
  StorefrontId,
  ViolationCategory,
} from "@covenant/domain";
import { costOfCancelling } from "@covenant/policy";
import { viewArtifact } from "../artifacts/view-artifact.ts";
import { creditLinesOf } from "../credits/credit-lines.ts";
import type { Deps } from "../deps.ts";
import { viewRuling } from "../rulings/view-ruling.ts";
import { appealOffers, offerOf } from "../standing/appeal-offers.ts";
import { type GenerationRow, getOwnGeneration } from "./generation-store.ts";
import { viewAttempts } from "./view-attempts.ts";
import { overturnedWords, wordsOfEnding } from "./words-of-ending.ts";

type ViewDeps = Pick<Deps, "db" | "settings" | "clock">;

/** All a member may know of a generation of theirs: what happened, why by clause, what it cost, what they can do. */
export async function viewGeneration(
  deps: ViewDeps,
  { memberId }: MemberActor,
  id: GenerationId,
): Promise<GenerationView> {
  const { db } = deps;
  const row = await getOwnGeneration(db, memberId, id);
  const [{ lines }, rulings, strike, found, attempts] = await Promise.all([
    creditLinesOf(db, row),
    db.rows.ruling.findMany({ where: { generationId: id }, orderBy: [{ at: "asc" }, { id: "asc" }] }),
    db.rows.strike.findUnique({ where: { generationId: id } }),
    db.rows.case.findUnique({ where: { generationId: id }, select: { id: true, outcome: true } }),
    viewAttempts(db, id),
  ]);
  const state = row.state as GenerationState;
  const reason = row.reason as EndReason | null;
  const category = row.category as ViolationCategory | null;
  const isOverturned = found?.outcome === "overturned";
  const stage = cancelStage(state, row.cancelAskedAt);
  const ending = wordsOfEnding({ state, reason, category });
  const artifacts = row.artifacts.map((artifact) => viewArtifact(deps, artifact));
  return {
    id,
    state,
    modelId: row.modelId,
    modelName: row.modelName,
    prompt: row.prompt,
    credits: row.credits,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    preview: artifacts[0] ?? null,
    reason,
    sentence: isOverturned ? overturnedWords : ending,
    earlier: isOverturned ? ending : null,
    category,
    creditLines: lines,
    rulings: rulings.map((ruling) => viewRuling(ruling, "member")),
    artifacts,
    events: row.events.map((event) => ({
      sequence: event.sequence,
      state: event.state as GenerationState,
      stage: event.stage,
      at: event.at.toISOString(),
    })),
    attempts,
    expectedSeconds: row.expectedSeconds,
    canCancel: stage !== null,
    cancelCosts: stage && costOfCancelling(row.storefront as MemberActor["storefront"], row.createdAt, stage),
    strike: strike === null ? null : { state: strike.state, sentence: strikeWords[strike.state] ?? "" },
    appeal: await offerOfBlock(deps, { row, caseId: found?.id ?? null }),
  };
}

/** At which stage it could be cancelled now; null where it is over, or asked for already. */
function cancelStage(state: GenerationState, askedAt: Date | null): "before" | "at-work" | null {
  if (state === "queued") return "before";
  return state === "running" && askedAt === null ? "at-work" : null;
}

const strikeWords: Record<string, string | undefined> = {
  pending: "A strike waits for a person to confirm it. It does not count until then.",
  counting: "A strike is on record against your account.",
  void: "The strike of this generation was withdrawn and does not count.",
  expired: "The strike of this generation has expired and no longer counts.",
};

/** How a block stands to an appeal; null where there is nothing to contest. A block without a file gets one by its appeal. */
async function offerOfBlock(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { row, caseId }: { row: GenerationRow; caseId: string | null },
): Promise<AppealOffer | null> {
  if (row.state !== "blocked") return null;
  const now = clock.now();
  if (caseId !== null) return (await appealOffers(db, [caseId], now)).get(caseId) ?? null;
  const toldAt = row.endedAt ?? row.createdAt;
  return offerOf(row.id as GenerationId, { storefront: row.storefront as StorefrontId, toldAt, now, appeal: null });
}
