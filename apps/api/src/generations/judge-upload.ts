import type { StorefrontId, UploadId } from "@covenant/domain";
import { ruleOnPrompt } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { findBarredUpload } from "../imprints/find-barred-upload.ts";
import type { Block } from "./block-request.ts";

type GivenUpload = { storefront: StorefrontId; at: Date; uploadId: UploadId | undefined };

/**
 * Judges the file that a request is to be made from, by one voice alone: whether it is near a barred picture. It is ruled on apart from
 * the prompt, so that a near picture and a doubtful word never prove a breach together. Null where the file may be used.
 */
export async function judgeUpload(
  { db }: Pick<Deps, "db">,
  { storefront, at, uploadId }: GivenUpload,
): Promise<Block | null> {
  const barred = uploadId === undefined ? null : await findBarredUpload(db, uploadId);
  if (barred === null) return null;
  const signals = [barred.signal];
  const screening = ruleOnPrompt({ storefront, at, signals, of: "upload" });
  return screening.outcome.outcome === "clear" ? null : { of: "upload", at, signals, screening, near: barred.near };
}
