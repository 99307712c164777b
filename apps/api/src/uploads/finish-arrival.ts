import {
  type ArrivalFinishRequest,
  type ArrivalId,
  type MemberActor,
  Refusal,
  type UploadView,
} from "@covenant/domain";
import { openParts } from "../artifacts/seal-part.ts";
import { drawImage } from "../decoding/draw-image.ts";
import type { DrawnImage } from "../decoding/redraw-image.ts";
import type { Deps } from "../deps.ts";
import { type ArrivalRow, getOwnArrival } from "./arrivals-store.ts";
import { endArrival } from "./end-arrival.ts";
import { storeUpload } from "./store-upload.ts";
import type { UploadRow } from "./uploads-store.ts";
import { viewUpload } from "./view-upload.ts";

type FinishDeps = Pick<Deps, "db" | "keys" | "files" | "settings" | "clock" | "log">;

/**
 * Makes an upload of a file that is wholly here: drawn anew in a decoder, sealed, written down; the file as it came is destroyed.
 * Asked twice, it answers the same upload. A file that is refused is destroyed as well. Throws as {@link drawImage}, and
 * `upload/out-of-step` while bytes are missing.
 */
export async function finishArrival(
  deps: FinishDeps,
  actor: MemberActor,
  { arrivalId }: ArrivalFinishRequest,
): Promise<UploadView> {
  const made = () => deps.db.rows.upload.findFirst({ where: { arrivalId, memberId: actor.memberId } });
  try {
    return viewUpload((await made()) ?? (await make(deps, actor, arrivalId)));
  } catch (error) {
    // Another request for the same may have made it meanwhile, and destroyed what this one was reading.
    const row = await made();
    if (row === null) throw error;
    return viewUpload(row);
  }
}

async function make(deps: FinishDeps, actor: MemberActor, arrivalId: ArrivalId): Promise<UploadRow> {
  const arrival = await getOwnArrival(deps.db, actor.memberId, arrivalId);
  if (arrival.received < arrival.bytes) throw new Refusal("upload/out-of-step", { received: arrival.received });
  const image = await draw(deps, arrival);
  const row = await storeUpload(deps, actor, { fileName: arrival.fileName, image, arrivalId });
  await endArrival(deps, arrivalId);
  return row;
}

async function draw(deps: FinishDeps, arrival: ArrivalRow): Promise<DrawnImage> {
  const bytes = await openParts(deps, arrival.id, arrival.parts);
  if (bytes === null) throw new Refusal("thing/not-found", { thing: "arrival" });
  try {
    return await drawImage({ bytes, length: arrival.bytes });
  } catch (error) {
    if (error instanceof Refusal) await endArrival(deps, arrival.id);
    throw error;
  }
}
