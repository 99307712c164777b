import type { SqlRunner } from "@covenant/db";
import type { EventSubject } from "../payments/payments.ts";

export type Parking = { reason: "foreign" | "unsettled"; problem: string };

/** Leaves for staff every event about a thing that could not be settled, with the reason in words. */
export async function parkEvents(sql: SqlRunner, about: EventSubject, { reason, problem }: Parking): Promise<void> {
  await sql.query(
    `UPDATE stripe_event SET parked_for = $3::text, problem = $4::text
     WHERE about_noun = $1::text AND about_id = $2::text`,
    [about.noun, about.processorId, reason, problem],
  );
}

/** The thing is settled: nothing about it waits any more, but what says that the webhook is written in another version. */
export async function unparkEvents(sql: SqlRunner, about: EventSubject): Promise<void> {
  await sql.query(
    `UPDATE stripe_event SET parked_for = NULL, problem = NULL
     WHERE about_noun = $1::text AND about_id = $2::text AND parked_for <> 'version'`,
    [about.noun, about.processorId],
  );
}
