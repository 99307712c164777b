import { type ActId, type Actor, actorName, newId, type RulingId } from "@covenant/domain";
import type { Tx } from "../transaction.ts";

export type NewAct = {
  actor: Actor;
  /** What was done, in the words of the commands: `case.confirm`, `artifact.purge`. */
  act: string;
  /** The id of what it was done on. */
  on: string;
  rulingId?: RulingId;
  note?: string;
  facts?: Record<string, string | number | boolean | null>;
};

/** Records, in the caller's transaction, that somebody did something. Never edited afterwards. */
export async function recordAct(tx: Tx, { actor, act, on, rulingId, note, facts = {} }: NewAct): Promise<ActId> {
  const id = newId("act");
  await tx.rows.act.create({
    data: {
      id,
      actor: actorName(actor),
      act,
      subject: on,
      rulingId: rulingId ?? null,
      note: note ?? null,
      facts,
      at: tx.at,
    },
  });
  return id;
}
