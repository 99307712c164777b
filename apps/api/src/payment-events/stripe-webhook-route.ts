import type { FastifyInstance } from "fastify";
import type { Deps } from "../deps.ts";
import { receiveEvent } from "./receive-event.ts";
import { countUnsigned } from "./unsigned-events.ts";

/** Stripe's events. Nothing is believed before the signature over the raw body holds; duplicates are answered the same. */
export function registerStripeWebhook(app: FastifyInstance, deps: Deps): void {
  app.post("/stripe", async (request, reply) => {
    const signature = request.headers["stripe-signature"];
    const event = typeof signature === "string" ? deps.payments.readEvent(request.body as Buffer, signature) : null;
    if (event === null) {
      await countUnsigned(deps);
      return reply.code(400).send({ message: "The signature does not hold, or this is no event." });
    }
    await receiveEvent(deps, event);
    return { received: true };
  });
}
