import type { StorefrontId } from "@covenant/domain";
import { civilDateIn, spellDate, zoneOf } from "@covenant/policy";
import type { Restrictions } from "../standing/read-restrictions.ts";

/** What a member still cannot do, and until when, in sentences; empty where nothing restricts them. */
export function sayRestrictions(
  { suspendedUntil, closesAt, limit }: Restrictions,
  { storefront, at }: { storefront: StorefrontId; at: Date },
): string[] {
  const day = (end: Date) => spellDate(civilDateIn(end, zoneOf(storefront)));
  if (closesAt !== null && closesAt <= at) return ["Your account stays closed."];
  if (closesAt !== null) return [`Your account is suspended and will be closed on ${day(closesAt)}.`];
  return [
    ...(suspendedUntil === null ? [] : [saySuspension(suspendedUntil, day)]),
    ...(limit === null ? [] : [sayLimit(limit, day)]),
  ];
}

function saySuspension(until: Date | "indefinite", day: (end: Date) => string): string {
  const how = until === "indefinite" ? "has no end date" : `lasts until ${day(until)}`;
  return `Another suspension is in force and ${how}: nothing new can be started.`;
}

function sayLimit({ running, until }: NonNullable<Restrictions["limit"]>, day: (end: Date) => string): string {
  return `A limit is in force until ${day(until)}: ${running} generation at a time.`;
}
