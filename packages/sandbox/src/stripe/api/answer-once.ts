import type { FastifyReply, FastifyRequest } from "fastify";
import type { StripeRoom } from "../stripe-room.ts";
import { findAnswer, fingerprintOf, keepAnswer, type StoredAnswer } from "./idempotency.ts";
import { StripeRefusal } from "./stripe-error.ts";

/**
 * Carries a write out once per Idempotency-Key and repeats its first answer afterwards, a 500 and a declined card included.
 * A refusal of the parameters is thrown before anything ran and is not kept, as at Stripe.
 */
export function answerOnce(
  room: StripeRoom,
  request: FastifyRequest,
  reply: FastifyReply,
  write: () => object,
): FastifyReply {
  const header = request.headers["idempotency-key"];
  const key = typeof header === "string" ? header : null;
  const fingerprint = fingerprintOf(request.url, request.body);
  const earlier = key === null ? undefined : findAnswer(room.books, key, fingerprint);
  if (earlier) reply.header("idempotent-replayed", "true");
  const answer = earlier ?? carryOut(room, write);
  if (key !== null) {
    reply.header("idempotency-key", key);
    if (!earlier) keepAnswer(room.books, key, fingerprint, answer);
  }
  if (room.world.faults.take("stripe", ["lost-answer"]).size > 0) {
    room.touch();
    request.raw.socket.destroy();
    return reply.hijack();
  }
  return send(reply, answer);
}

function carryOut({ world }: StripeRoom, write: () => object): StoredAnswer {
  if (world.faults.take("stripe", ["api-error"]).size > 0) {
    const message = "An unknown error occurred while the request was processed.";
    return { status: 500, body: JSON.stringify({ error: { type: "api_error", message } }) };
  }
  try {
    return { status: 200, body: JSON.stringify(write()) };
  } catch (error) {
    if (!(error instanceof StripeRefusal) || error.facts.type !== "card_error") throw error;
    return { status: error.status, body: JSON.stringify({ error: error.facts }) };
  }
}

function send(reply: FastifyReply, { status, body }: StoredAnswer): FastifyReply {
  return reply.code(status).type("application/json").send(body);
}
