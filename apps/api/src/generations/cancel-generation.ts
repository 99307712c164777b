import { type GenerationId, type MemberActor, Refusal } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { endUncharged } from "./end-generation.ts";
import { lockGeneration } from "./generation-store.ts";

/** Cancels a generation that has not started; its credits come back. Cancelling it twice is fine. */
export async function cancelGeneration(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { memberId }: MemberActor,
  generationId: GenerationId,
): Promise<void> {
  await db.transaction(async (tx) => {
    const generation = await lockGeneration(tx, generationId);
    if (generation === null || generation.memberId !== memberId)
      throw new Refusal("thing/not-found", { thing: "generation" });
    if (generation.state === "cancelled") return;
    if (generation.state !== "queued") throw new Refusal("generation/not-cancellable", { state: generation.state });
    await endUncharged(tx, generation, {
      state: "cancelled",
      reason: "cancelled-by-member",
      stage: "Cancelled",
      at: clock.now(),
    });
  });
}
