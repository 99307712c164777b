import Stripe from "stripe";
import type { World } from "../world.ts";
import { type Books, openBooks } from "./books.ts";
import { createIdempotency, type Idempotency } from "./idempotency.ts";

/** What the handlers of this stand-in share. `stripe` signs; it never calls out. */
export type StripeRoom = { world: World; books: Books; idempotency: Idempotency; stripe: Stripe };

/** The API version the stand-in speaks: the one the installed SDK is pinned to. */
export const apiVersion = Stripe.API_VERSION;

/** Starts with empty books. */
export function openStripeRoom(world: World): StripeRoom {
  return { world, books: openBooks(), idempotency: createIdempotency(), stripe: new Stripe("sk_test_sandbox") };
}
