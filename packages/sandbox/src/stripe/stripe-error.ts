import type { FastifyReply } from "fastify";

export type StripeErrorType =
  | "invalid_request_error"
  | "api_error"
  | "idempotency_error"
  | "authentication_error"
  | "rate_limit_error";

export type StripeErrorFacts = { type: StripeErrorType; message: string; code?: string; param?: string };

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

/** An id that names nothing: 404. */
export function noSuch(noun: string, id: string, param = "id"): StripeRefusal {
  const message = `No such ${noun}: '${id}'`;
  return new StripeRefusal(404, { type: "invalid_request_error", message, param, code: "resource_missing" });
}

/** Sends a refusal as Stripe would. */
export function sendStripeRefusal(reply: FastifyReply, { status, facts }: StripeRefusal): FastifyReply {
  return reply.code(status).send({ error: facts });
}

/** Refuses parameters the stand-in does not know, as Stripe refuses those it does not: a spelling error must not pass. */
export function refuseUnknown(parameters: object, known: readonly string[]): void {
  const unknown = Object.keys(parameters).find((name) => !known.includes(name));
  if (unknown !== undefined) throw badParameter(unknown, `Received unknown parameter: ${unknown}`, "parameter_unknown");
}
