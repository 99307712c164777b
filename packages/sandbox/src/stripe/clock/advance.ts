import type Stripe from "stripe";
import { type Due, nextDue } from "../billing/due.ts";
import type { SubscriptionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { clockOf, timeOf, unixNow } from "./time.ts";

type Next = { entry: SubscriptionEntry; due: Due };

/** How often real time is looked at for what is due. */
const tickMilliseconds = 30_000;

/**
 * Moves a test clock. What falls due on the way happens in order, each at its own moment, and the api has heard of it before
 * the next begins. The clock is ready when its event says so.
 */
export function advanceClock(room: StripeRoom, clock: Stripe.TestHelpers.TestClock, target: number): void {
  clock.status = "advancing";
  clock.status_details = { advancing: { target_frozen_time: target } };
  void emitEvent(room, "test_helpers.test_clock.advancing", clock, { at: clock.frozen_time });
  room.world.background.start("advancing a test clock", async () => {
    await runUntil(room, {
      next: () => earliest(room, (entry) => idOf(entry.subscription.test_clock) === clock.id),
      isOver: ({ due }) => due.at > target,
      goTo: ({ due }) => {
        clock.frozen_time = Math.max(clock.frozen_time, due.at);
      },
    });
    clock.frozen_time = target;
    clock.status = "ready";
    clock.status_details = {};
    void emitEvent(room, "test_helpers.test_clock.ready", clock, { at: target });
  });
}

/** How far each subscription goes: seconds, or null for one that stays. */
export type Journey = (entry: SubscriptionEntry) => number | null;

/**
 * Moves the subscriptions that no test clock holds, as a person would who wants to see a renewal. Money and events keep the
 * real time; periods are the subscription's own. Resolves when all is told.
 */
export async function advanceWorld(room: StripeRoom, journey: Journey): Promise<void> {
  const targets = new Map<SubscriptionEntry, number>();
  for (const entry of room.books.subscriptions.values()) {
    const seconds = isHeld(room, entry) ? null : journey(entry);
    if (seconds !== null) targets.set(entry, timeOf(room.books, entry) + seconds);
  }
  const move = (entry: SubscriptionEntry, to: number) => {
    entry.ahead = Math.max(entry.ahead, to - unixNow());
  };
  await runUntil(room, {
    next: () => earliest(room, (entry) => isDue(room, entry, targets.get(entry) ?? Number.NEGATIVE_INFINITY)),
    isOver: () => false,
    goTo: ({ entry, due }) => move(entry, due.at),
  });
  for (const [entry, target] of targets) move(entry, target);
  room.touch();
}

/** Does what fell due in real time, from now until the sandbox closes. */
export function watchTime(room: StripeRoom): void {
  const { background } = room.world;
  background.start("Stripe's calendar", async () => {
    for (;;) {
      await runUntil(room, {
        next: () => earliest(room, (entry) => !isHeld(room, entry) && isDue(room, entry, timeOf(room.books, entry))),
        isOver: () => false,
        goTo: () => {},
      });
      await background.sleep(tickMilliseconds);
    }
  });
}

type Way = { next(): Next | null; isOver(next: Next): boolean; goTo(next: Next): void };

async function runUntil(room: StripeRoom, { next, isOver, goTo }: Way): Promise<void> {
  for (let coming = next(); coming !== null && !isOver(coming); coming = next()) {
    goTo(coming);
    coming.due.perform();
    await room.line;
  }
}

function earliest(room: StripeRoom, isMeant: (entry: SubscriptionEntry) => boolean): Next | null {
  const dues = [...room.books.subscriptions.values()].filter(isMeant).flatMap((entry) => {
    const due = nextDue(room, entry);
    return due === null ? [] : [{ entry, due }];
  });
  return dues.sort((one, other) => one.due.at - other.due.at)[0] ?? null;
}

function isDue(room: StripeRoom, entry: SubscriptionEntry, time: number): boolean {
  const due = nextDue(room, entry);
  return due !== null && due.at <= time;
}

function isHeld(room: StripeRoom, { subscription }: SubscriptionEntry): boolean {
  return clockOf(room.books, idOf(subscription.customer)) !== undefined;
}
