import { isId, type Page, type PaymentEventList, type PaymentEventView, Refusal } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { findEvent, listEventRows, processorIdsOf, viewEvent } from "./payment-event-store.ts";

const rowsAPage = 50;

/** Events of the processor, the newest first; those that are parked, unless all are asked for. */
export async function listPaymentEvents(
  { db }: Pick<Deps, "db">,
  { show = "parked", reason = undefined, about = "", cursor = undefined }: PaymentEventList,
): Promise<Page<PaymentEventView>> {
  const rows = await listEventRows(db, {
    parkedOnly: show === "parked",
    reason: reason ?? null,
    ids: await idsFor(db, about),
    cursor: cursor ?? null,
    limit: rowsAPage + 1,
  });
  const page = rows.slice(0, rowsAPage);
  return { rows: page.map(viewEvent), next: rows.length > rowsAPage ? (page.at(-1)?.id ?? null) : null };
}

async function idsFor(db: Deps["db"], about: string): Promise<string[] | null> {
  if (about === "") return null;
  return isId("order", about) ? processorIdsOf(db, about) : [about];
}

/** @throws Refusal "thing/not-found". */
export async function viewPaymentEvent({ db }: Pick<Deps, "db">, id: string): Promise<PaymentEventView> {
  const row = await findEvent(db, id);
  if (row === null) throw new Refusal("thing/not-found", { thing: "event" });
  return viewEvent(row);
}
