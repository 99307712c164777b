import * as z from "zod/mini";

/** Every kind of thing that has an id, and the prefix its ids carry. */
export const idPrefixes = {
  member: "mem",
  staff: "stf",
  order: "ord",
  planPrice: "prc",
  exchangeRate: "fxr",
  modelPrice: "mpr",
  subscription: "sub",
  refund: "rfd",
  proposal: "prp",
  dispute: "dsp",
  difference: "dif",
  lot: "lot",
  hold: "hld",
  quote: "quo",
  generation: "gen",
  attempt: "att",
  upload: "upl",
  arrival: "arr",
  artifact: "art",
  imprint: "imp",
  pictureBar: "bar",
  /** An entry of the purge log; no table has it. */
  purge: "prg",
  ruling: "rul",
  strike: "str",
  sanction: "snc",
  suspension: "sus",
  termination: "ter",
  case: "cas",
  decision: "dec",
  appeal: "app",
  act: "act",
  preservation: "pre",
  killSwitch: "ksw",
  alarm: "alm",
  apiKey: "key",
  call: "cal",
  mail: "mai",
  request: "req",
} as const;

export type IdNoun = keyof typeof idPrefixes;

declare const noun: unique symbol;
/** A branded id: `gen_` and so on, followed by a UUIDv7 in 32 hexadecimal digits, so ids sort by time. */
export type Id<N extends IdNoun> = string & { readonly [noun]: N };

export type MemberId = Id<"member">;
export type StaffId = Id<"staff">;
export type OrderId = Id<"order">;
export type PlanPriceId = Id<"planPrice">;
export type ModelPriceId = Id<"modelPrice">;
export type SubscriptionId = Id<"subscription">;
export type RefundId = Id<"refund">;
export type ProposalId = Id<"proposal">;
export type DisputeId = Id<"dispute">;
export type DifferenceId = Id<"difference">;
export type LotId = Id<"lot">;
export type HoldId = Id<"hold">;
export type QuoteId = Id<"quote">;
export type GenerationId = Id<"generation">;
export type AttemptId = Id<"attempt">;
export type UploadId = Id<"upload">;
export type ArrivalId = Id<"arrival">;
export type ArtifactId = Id<"artifact">;
export type ImprintId = Id<"imprint">;
export type PictureBarId = Id<"pictureBar">;
export type RulingId = Id<"ruling">;
export type StrikeId = Id<"strike">;
export type SanctionId = Id<"sanction">;
export type SuspensionId = Id<"suspension">;
export type TerminationId = Id<"termination">;
export type CaseId = Id<"case">;
export type DecisionId = Id<"decision">;
export type AppealId = Id<"appeal">;
export type ActId = Id<"act">;
export type PreservationId = Id<"preservation">;
export type KillSwitchId = Id<"killSwitch">;
export type AlarmId = Id<"alarm">;
export type ApiKeyId = Id<"apiKey">;
export type CallId = Id<"call">;
export type MailId = Id<"mail">;
/** Made by the caller of a command, kept over a retry, so that a request sent twice is one. */
export type RequestId = Id<"request">;

/** A fresh id. Ids of one process sort in the order they were made in, of several by the millisecond (RFC 9562, version 7). */
export function newId<N extends IdNoun>(of: N): Id<N> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const { millisecond, count } = nextTick(Date.now(), view.getUint16(6) & 0x07ff);
  view.setUint32(0, Math.floor(millisecond / 0x10000));
  view.setUint16(4, millisecond % 0x10000);
  view.setUint16(6, 0x7000 | count);
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${idPrefixes[of]}_${hex}` as Id<N>;
}

let last = { millisecond: 0, count: 0 };

/**
 * The time that the next id carries: of ids made in one millisecond, or under a clock that was set back, each counts one on
 * from the one before (RFC 9562 §6.2, a counter of 12 bits that borrows from the next millisecond).
 */
function nextTick(now: number, start: number): { millisecond: number; count: number } {
  if (now > last.millisecond) last = { millisecond: now, count: start };
  else if (last.count < 0x0fff) last = { millisecond: last.millisecond, count: last.count + 1 };
  else last = { millisecond: last.millisecond + 1, count: start };
  return last;
}

/** Whether a string is an id of the given noun. */
export function isId<N extends IdNoun>(of: N, text: string): text is Id<N> {
  return new RegExp(`^${idPrefixes[of]}_[0-9a-f]{32}$`).test(text);
}

/** Schema of an id of one noun; the only way a string from outside becomes an id. */
export function idSchema<N extends IdNoun>(of: N) {
  return z.custom<Id<N>>((value) => typeof value === "string" && isId(of, value), `not a ${of} id`);
}
