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

/**
 * Rules how long a file is kept by the storefront's terms, stores the ruling, and answers until when; null: until the member
 * deletes it. A preservation of the file is asked for where it would be deleted, since it may come after this.
 */
export async function ruleOnFile(tx: Tx, { fileId, memberId, generationId, ...file }: FileFacts): Promise<Date | null> {
  const { storefront } = file;
  const facts = { ...file, preservedAt: null };
  const ruling = ruleOnRetention(facts);
  const subject = { storefront, memberId, ...(generationId === undefined ? {} : { generationId }) };
  await recordRuling(tx, subject, ruling, { ...facts, fileId });
  return ruling.outcome.keepUntil;
}
