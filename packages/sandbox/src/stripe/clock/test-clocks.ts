import type Stripe from "stripe";
import type { ApiRoutes } from "../api/api-routes.ts";
import { pageOf, pageParameters } from "../api/list.ts";
import { refuseUnknown, textOrNull, wholeOf } from "../api/parameters.ts";
import { badParameter, found, refused } from "../api/stripe-error.ts";
import { newId } from "../books/ids.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { advanceClock } from "./advance.ts";
import { day, unixNow } from "./time.ts";

type TestClock = Stripe.TestHelpers.TestClock;

/** A clock and what lives on it are kept for thirty days. */
const lifetime = 30 * day;

/** https://docs.stripe.com/api/test_clocks */
export function serveTestClocks(api: ApiRoutes, room: StripeRoom): void {
  const { clocks } = room.books;
  const clock = (id: string) => found(clocks, id, "test_clock");
  api.post("/test_helpers/test_clocks", ({ fields }) => {
    refuseUnknown(fields, ["frozen_time", "name"]);
    const frozenTime = wholeOf(fields, "frozen_time");
    if (frozenTime === undefined)
      throw badParameter("frozen_time", "Missing required param: frozen_time.", "parameter_missing");
    return createClock(room, frozenTime, textOrNull(fields.name));
  });
  api.get("/test_helpers/test_clocks", ({ fields, path }) => {
    refuseUnknown(fields, pageParameters);
    return pageOf(clocks.values(), fields, path);
  });
  api.get("/test_helpers/test_clocks/:id", ({ id }) => clock(id));
  api.post("/test_helpers/test_clocks/:id/advance", ({ id, fields }) => {
    refuseUnknown(fields, ["frozen_time"]);
    return advance(room, clock(id), wholeOf(fields, "frozen_time") ?? 0);
  });
  api.delete("/test_helpers/test_clocks/:id", ({ id }) => deleteClock(room, clock(id)));
}

function createClock(room: StripeRoom, frozenTime: number, name: string | null): TestClock {
  const now = unixNow();
  const clock = {
    id: newId("clock"),
    object: "test_helpers.test_clock",
    created: now,
    deletes_after: now + lifetime,
    frozen_time: frozenTime,
    livemode: false,
    name,
    status: "ready",
    status_details: {},
  } satisfies TestClock;
  room.books.clocks.set(clock.id, clock);
  void emitEvent(room, "test_helpers.test_clock.created", clock);
  return clock;
}

function advance(room: StripeRoom, clock: TestClock, target: number): TestClock {
  if (clock.status !== "ready")
    throw refused("Test clock advancement underway - cannot perform modifications.", "lock_timeout");
  if (target <= clock.frozen_time)
    throw badParameter("frozen_time", "frozen_time must be after the current frozen_time of the test clock.");
  advanceClock(room, clock, target);
  return clock;
}

/** A clock takes its customers and their subscriptions with it. */
function deleteClock({ books }: StripeRoom, clock: TestClock) {
  for (const customer of [...books.customers.values()])
    if (customer.test_clock === clock.id) books.customers.delete(customer.id);
  for (const { subscription } of [...books.subscriptions.values()]) {
    if (subscription.test_clock === clock.id) books.subscriptions.delete(subscription.id);
  }
  books.clocks.delete(clock.id);
  return { id: clock.id, object: "test_helpers.test_clock", deleted: true } as const;
}
