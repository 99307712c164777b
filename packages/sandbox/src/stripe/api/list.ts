import type Stripe from "stripe";
import { type Fields, fieldsOf, integerOf, isFields, textOf } from "../../record.ts";
import { wholeOf } from "./parameters.ts";
import { badParameter, noSuch } from "./stripe-error.ts";

/** Parameters that every list takes. */
export const pageParameters = ["limit", "starting_after", "ending_before", "created"] as const;

/** A page of a list, newest first, with `limit`, `starting_after` and `ending_before`. */
export function pageOf<T extends { id: string }>(items: Iterable<T>, query: Fields, url: string): Stripe.ApiList<T> {
  const newestFirst = [...items].reverse();
  const limit = wholeOf(query, "limit", 1) ?? 10;
  if (limit > 100)
    throw badParameter("limit", "This value must be less than or equal to 100.", "parameter_invalid_integer");
  const after = placeOf(newestFirst, query, "starting_after");
  const before = placeOf(newestFirst, query, "ending_before");
  const rest = newestFirst.slice(after + 1, before === -1 ? undefined : before);
  const data = before === -1 ? rest.slice(0, limit) : rest.slice(-limit);
  return { object: "list", data, has_more: rest.length > data.length, url };
}

function placeOf(items: { id: string }[], query: Fields, param: string): number {
  const id = textOf(query[param]);
  if (id === undefined) return -1;
  const place = items.findIndex((item) => item.id === id);
  if (place === -1) throw noSuch("object", id, param);
  return place;
}

/** A whole list, as it lies inside another object. */
export function listOf<T>(data: T[], url: string): Stripe.ApiList<T> {
  return { object: "list", data, has_more: false, url };
}

/** A test of times by `created`, which is a time or a range of `gt`, `gte`, `lt` and `lte`. */
export function within(range: unknown): (seconds: number) => boolean {
  if (range === undefined) return () => true;
  if (!isFields(range)) return (seconds) => seconds === integerOf(range);
  const { gt, gte, lt, lte } = fieldsOf(range);
  const bounds = { gt: integerOf(gt), gte: integerOf(gte), lt: integerOf(lt), lte: integerOf(lte) };
  return (seconds) =>
    (bounds.gt === undefined || seconds > bounds.gt) &&
    (bounds.gte === undefined || seconds >= bounds.gte) &&
    (bounds.lt === undefined || seconds < bounds.lt) &&
    (bounds.lte === undefined || seconds <= bounds.lte);
}

/** True where a filter was not given, or names what the object has. */
export function matches(filter: unknown, value: string | null | undefined): boolean {
  return filter === undefined || filter === value;
}
