import { type Database, recordAct, type Tx } from "@covenant/db";
import {
  type Actor,
  type ArtifactId,
  actorName,
  type GenerationId,
  type MemberId,
  newId,
  type PreservationId,
  Refusal,
  type StorefrontId,
  type UploadId,
} from "@covenant/domain";
import { ruleOnRetention } from "@covenant/policy";
import { recordRuling } from "../rulings/record-ruling.ts";
import { lockFilesOf, ownerOf, type Preserved } from "./preservations-store.ts";

/** Why the law makes us keep something: a report under 18 U.S.C. 2258A, or a case in court. */
export const preservationReasons = ["child-safety", "litigation"] as const;
export type PreservationReason = (typeof preservationReasons)[number];

export type PreservationRequest = {
  /** A file, a generation with its prompt and files, or all that a member has. */
  on: ArtifactId | UploadId | GenerationId | MemberId;
  reason: PreservationReason;
  note: string;
};

export type PreservationReceipt = {
  preservationId: PreservationId;
  /** The first instant at which a person may end it. */
  bindsUntil: Date;
  /** Files that it keeps, and those it came too late for: their key is going or gone. */
  files: readonly Preserved[];
};

/**
 * Keeps something past its time, from this transaction on: no sweep, no member and nobody of the staff can delete it until
 * a person has ended the preservation, which the law allows after a year. Asked again while one stands, it answers the
 * same one.
 *
 * @throws Refusal "thing/not-found"
 */
export async function preserve(
  { db }: { db: Database },
  actor: Actor,
  { on, reason, note }: PreservationRequest,
): Promise<PreservationReceipt> {
  return db.transaction(async (tx) => {
    const owner = await ownerOf(tx, on);
    if (owner === null) throw new Refusal("thing/not-found", { thing: "what is to be preserved" });
    const files = await lockFilesOf(tx, on);
    const standing = await tx.rows.preservation.findFirst({ where: { subject: on, endedAt: null } });
    if (standing !== null) return receiptOf(standing, files);
    const placedAt = await readClock(tx);
    const { rulingId, bindsUntil } = await rule(tx, { ...owner, placedAt });
    const id = newId("preservation");
    const row = await tx.rows.preservation.create({
      data: { id, subject: on, reason, note, rulingId, placedBy: actorName(actor), placedAt, bindsUntil },
    });
    await recordAct(tx, { actor, act: "preservation.place", on, rulingId, note, facts: { reason } });
    return receiptOf(row, files);
  });
}

type Owner = { storefront: StorefrontId; memberId: MemberId; subject: "artifact" | "upload" | "history-entry" };

/** The retention engine says that it stays, and until when at the least. */
async function rule(tx: Tx, { storefront, memberId, subject, placedAt }: Owner & { placedAt: Date }) {
  const facts = {
    storefront,
    at: placedAt,
    subject,
    createdAt: placedAt,
    firstDownloadConfirmedAt: null,
    preservedAt: placedAt,
  };
  const ruling = ruleOnRetention(facts);
  const bindsUntil = ruling.outcome.preservedUntil;
  if (bindsUntil === undefined) throw new Error("the terms do not say how long a preservation binds");
  const rulingId = await recordRuling(tx, { storefront, memberId }, ruling, facts);
  return { rulingId, bindsUntil };
}

function receiptOf(row: { id: string; bindsUntil: Date }, files: readonly Preserved[]): PreservationReceipt {
  return { preservationId: row.id as PreservationId, bindsUntil: row.bindsUntil, files };
}

async function readClock(tx: Tx): Promise<Date> {
  const [row] = await tx.query<{ at: Date }>("SELECT now() AS at", []);
  if (row === undefined) throw new Error("the clock is one row");
  return new Date(row.at);
}
