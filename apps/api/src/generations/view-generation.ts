import {
  after,
  duration,
  type EndReason,
  type GenerationId,
  type GenerationState,
  type GenerationView,
  type MemberActor,
  type ViolationCategory,
} from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import { viewArtifact } from "../artifacts/view-artifact.ts";
import { creditLinesOf } from "../credits/credit-lines.ts";
import type { Deps } from "../deps.ts";
import { viewRuling } from "../rulings/view-ruling.ts";
import { getOwnGeneration } from "./generation-store.ts";
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
    db.rows.ruling.findMany({ where: { generationId: id }, orderBy: { at: "asc" } }),
    db.rows.strike.findUnique({ where: { generationId: id } }),
    db.rows.case.findUnique({ where: { generationId: id }, select: { outcome: true } }),
    viewAttempts(db, id),
  ]);
  const state = row.state as GenerationState;
  const reason = row.reason as EndReason | null;
  const category = row.category as ViolationCategory | null;
  const isOverturned = found?.outcome === "overturned";
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
    canCancel: state === "queued",
    strike: strike === null ? null : { state: strike.state, sentence: strikeWords[strike.state] ?? "" },
    appeal:
      state === "blocked" && !isOverturned
        ? appealOf(row.storefront as MemberActor["storefront"], row.endedAt ?? row.createdAt)
        : null,
  };
}

const strikeWords: Record<string, string | undefined> = {
  pending: "A strike waits for a person to confirm it. It does not count until then.",
  counting: "A strike is on record against your account.",
  void: "The strike of this generation was withdrawn and does not count.",
  expired: "The strike of this generation has expired and no longer counts.",
};

/** At least six months to complain (EU DSA art. 20). */
const appealWindow = duration.days(183);

function appealOf(storefront: MemberActor["storefront"], decidedAt: Date) {
  const { supportEmail } = storefronts[storefront];
  return {
    sentence: "If you think this is wrong, write to us: somebody who had no part in the decision will look at it.",
    email: supportEmail,
    until: after(decidedAt, appealWindow).toISOString(),
  };
}
