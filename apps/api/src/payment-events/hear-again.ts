import { recordAct } from "@covenant/db";
import { type HearAgainRequest, type PaymentEventView, Refusal, type StaffActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import type { EventSubject } from "../payments/payments.ts";
import { findEvent, viewEvent } from "./payment-event-store.ts";
import { hearAbout } from "./receive-event.ts";

/**
 * Has the processor asked once more about what an event is about, after somebody mended what had parked it. Every event
 * about the same thing is taken out; what still cannot be settled comes back. Sent twice it asks twice, which moves nothing.
 * @throws Refusal "thing/not-found".
 */
export async function hearAgain(
  { db }: Pick<Deps, "db">,
  actor: StaffActor,
  { eventId, note }: HearAgainRequest,
): Promise<PaymentEventView> {
  return db.transaction(async (tx) => {
    const [locked] = await tx.query<{ id: string }>("SELECT id FROM stripe_event WHERE id = $1::text FOR UPDATE", [
      eventId,
    ]);
    const event = locked === undefined ? null : await findEvent(tx, eventId);
    if (event === null) throw new Refusal("thing/not-found", { thing: "event" });
    const parking = await hearAbout(tx, subjectOf(event));
    const data = { parkedFor: null, problem: null, ...parking };
    if (event.about_id !== null)
      await tx.rows.stripeEvent.updateMany({ where: { aboutNoun: event.about_noun, aboutId: event.about_id }, data });
    await tx.rows.stripeEvent.update({
      where: { id: eventId },
      data: { ...data, attempts: { increment: 1 }, processedAt: tx.at },
    });
    await recordAct(tx, { actor, act: "payment-event.hear-again", on: eventId, note, facts: { type: event.type } });
    return viewEvent((await findEvent(tx, eventId)) ?? event);
  });
}

function subjectOf({
  about_noun: noun,
  about_id: processorId,
}: {
  about_noun: string | null;
  about_id: string | null;
}) {
  if (noun === null || processorId === null) return null;
  return { noun: noun as EventSubject["noun"], processorId };
}
