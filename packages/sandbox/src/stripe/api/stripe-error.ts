import type { FastifyReply } from "fastify";

export type StripeErrorType =
  | "invalid_request_error"
  | "api_error"
  | "card_error"
  | "idempotency_error"
  | "authentication_error"
  | "rate_limit_error";

export type StripeErrorFacts = {
  type: StripeErrorType;
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  charge?: string;
};

/** A refusal in Stripe's shape (https://docs.stripe.com/api/errors). Thrown by handlers, sent by the room. */
export class StripeRefusal extends Error {
  readonly status: number;
  readonly facts: StripeErrorFacts;

  constructor(status: number, facts: StripeErrorFacts) {
    super(facts.message);
    this.status = status;
    this.facts = facts;
  }
}

/** A parameter that is missing or cannot be meant: 400. */
export function badParameter(param: string, message: string, code = "parameter_invalid_empty"): StripeRefusal {
  return new StripeRefusal(400, { type: "invalid_request_error", message, param, code });
}

/** A request that is well formed and cannot be granted as things stand: 400. */
export function refused(message: string, code?: string): StripeRefusal {
  return new StripeRefusal(400, { type: "invalid_request_error", message, ...(code === undefined ? {} : { code }) });
}

/** An id that names nothing: 404. */
export function noSuch(noun: string, id: string, param = "id"): StripeRefusal {
  const message = `No such ${noun}: '${id}'`;
  return new StripeRefusal(404, { type: "invalid_request_error", message, param, code: "resource_missing" });
}

/** What a shelf of the books holds under an id. Throws resource_missing. */
export function found<T>(shelf: ReadonlyMap<string, T>, id: string, noun: string, param = "id"): T {
  const entry = shelf.get(id);
  if (entry === undefined) throw noSuch(noun, id, param);
  return entry;
}

/** Sends a refusal as Stripe would. */
export function sendStripeRefusal(reply: FastifyReply, { status, facts }: StripeRefusal): FastifyReply {
  return reply.code(status).send({ error: facts });
}
