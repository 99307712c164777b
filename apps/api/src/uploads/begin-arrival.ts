import { type ArrivalId, after, duration, type MemberActor, newId, Refusal } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import { ruleOnFile } from "../artifacts/rule-on-file.ts";
import { makeKey } from "../artifacts/seal-file.ts";
import type { Deps } from "../deps.ts";
import { type ArrivalRow, countArrivals, insertArrival } from "./arrivals-store.ts";
import { cleanFileName } from "./clean-file-name.ts";

/** A file that stopped coming is forgotten after so long, sooner where the terms keep uploads for less. */
const arrivesWithin = duration.hours(24);

/**
 * Makes room for a file that a member is about to send. Throws `upload/too-large` where the storefront takes no file of that
 * size, and `request/too-many` where twice a batch of theirs is on its way already.
 */
export async function beginArrival(
  deps: Pick<Deps, "db" | "keys" | "settings" | "clock">,
  { memberId, storefront }: MemberActor,
  { fileName, bytes }: { fileName: string; bytes: number },
): Promise<ArrivalRow> {
  const { bytesAtMost, filesAtOnce } = storefronts[storefront].uploads;
  if (bytes > bytesAtMost) throw new Refusal("upload/too-large", { mostBytes: bytesAtMost });
  if (bytes === 0) throw new Refusal("upload/damaged");
  if ((await countArrivals(deps.db, memberId)) >= 2 * filesAtOnce)
    throw new Refusal("request/too-many", { most: 2 * filesAtOnce });
  const id: ArrivalId = newId("arrival");
  const at = deps.clock.now();
  const row = await deps.db.transaction(async (tx) => {
    const facts = { subject: "upload", fileId: id, storefront, memberId, at, createdAt: at } as const;
    const ruled = await ruleOnFile(tx, { ...facts, firstDownloadConfirmedAt: null });
    const latest = after(at, arrivesWithin);
    const keepUntil = ruled !== null && ruled < latest ? ruled : latest;
    return insertArrival(tx, {
      id,
      storefront,
      memberId,
      fileName: cleanFileName(fileName),
      bytes,
      createdAt: at,
      keepUntil,
    });
  });
  await makeKey(deps, id);
  return row;
}
