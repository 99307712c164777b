import * as z from "zod/mini";
import { idSchema } from "./ids.ts";
import { noteSchema } from "./note.ts";
import { pageQuestion } from "./page.ts";

/**
 * Why nobody could use an event. `version`: written in another version of the processor's API than ours. `foreign`: about
 * nothing of ours. `unsettled`: about a thing of ours that cannot be settled by what the processor says of it.
 */
export const parkedReasons = ["version", "foreign", "unsettled"] as const;
export type ParkedReason = (typeof parkedReasons)[number];

const eventIdSchema = z.string().check(z.regex(/^evt_\w+$/), z.maxLength(120));

/** An event of the payment processor, without what it carries. */
export const paymentEventView = z.object({
  id: z.string(),
  type: z.string(),
  /** The processor's API version it was written in. */
  apiVersion: z.nullable(z.string()),
  /** What it is about, by the processor's id. */
  about: z.nullable(z.object({ noun: z.string(), processorId: z.string() })),
  /** Our order behind that, where there is one. */
  orderId: z.nullable(idSchema("order")),
  heardBy: z.enum(["webhook", "asked"]),
  occurredAt: z.nullable(z.string()),
  receivedAt: z.string(),
  processedAt: z.nullable(z.string()),
  attempts: z.int(),
  /** Null where it is not parked. */
  parked: z.nullable(z.object({ reason: z.enum(parkedReasons), problem: z.string() })),
});
export type PaymentEventView = z.infer<typeof paymentEventView>;

export const paymentEventList = z.strictObject({
  /** Absent: those that are parked. */
  show: z.optional(z.enum(["parked", "all"])),
  reason: z.optional(z.enum(parkedReasons)),
  /** The processor's id of an event or of what it is about, or our order's. */
  about: z.optional(z.string().check(z.trim(), z.maxLength(120))),
  ...pageQuestion(eventIdSchema),
});
export type PaymentEventList = z.infer<typeof paymentEventList>;

/** Asks the processor again about what an event is about. */
export const hearAgainRequest = z.strictObject({
  eventId: eventIdSchema,
  /** What was mended, for the record. */
  note: noteSchema(),
});
export type HearAgainRequest = z.infer<typeof hearAgainRequest>;

/** A question for one event. */
export const onePaymentEvent = z.strictObject({ eventId: eventIdSchema });

/** Webhooks of the last days that did not carry our signature. What they said is not kept. */
export const unsignedEventsView = z.object({
  count: z.int(),
  firstAt: z.string(),
  lastAt: z.string(),
  /** When a webhook last came whose signature held; null where none ever did. */
  signedAt: z.nullable(z.string()),
});
export type UnsignedEventsView = z.infer<typeof unsignedEventsView>;
