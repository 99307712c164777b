import type { Tx } from "@covenant/db";
import type { GenerationId, MemberId, StorefrontId } from "@covenant/domain";
import { ruleOnRetention } from "@covenant/policy";
import { recordRuling } from "../rulings/record-ruling.ts";

export type FileFacts = {
  subject: "artifact" | "upload";
  fileId: string;
  storefront: StorefrontId;
  memberId: MemberId;
  generationId?: GenerationId;
  at: Date;
  createdAt: Date;
  /** When the member first had the whole file; null before. */
  firstDownloadConfirmedAt: Date | null;
};

/** Rules how long a file is kept, stores the ruling, and answers until when; null: until the member deletes it. */
export async function ruleOnFile(
  tx: Tx,
  { fileId, memberId, generationId, ...facts }: FileFacts,
): Promise<Date | null> {
  const { storefront } = facts;
  const ruling = ruleOnRetention(facts);
  const subject = { storefront, memberId, ...(generationId === undefined ? {} : { generationId }) };
  await recordRuling(tx, subject, ruling, { ...facts, fileId });
  return ruling.outcome.keepUntil;
}
