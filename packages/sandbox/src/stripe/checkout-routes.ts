import type { FastifyInstance, FastifyReply } from "fastify";
import { sendPage } from "../pages/page.ts";
import { fieldsOf, textOf } from "../record.ts";
import type { SessionEntry } from "./books.ts";
import { authorisePage, closedPage, payPage } from "./checkout-pages.ts";
import { emitEvent } from "./events.ts";
import { type CardRefusal, refusalOfCard } from "./payment-methods.ts";
import { completePayment, declinePayment } from "./payments.ts";
import type { StripeRoom } from "./stripe-room.ts";

type ById = { Params: { id: string } };

/** How long Checkout waits for the shop to hear of a payment before it sends the payer back. */
const longestWaitMilliseconds = 10_000;

/** The hosted payment page: `GET /checkout/:id`, its form, and Alipay's own authorisation step. */
export function serveCheckout(server: FastifyInstance, room: StripeRoom): void {
  const open = (
    id: string,
    reply: FastifyReply,
    then: (entry: SessionEntry) => FastifyReply | Promise<FastifyReply>,
  ) => {
    const entry = room.books.sessions.get(id);
    return entry?.session.status === "open" ? then(entry) : sendPage(reply.code(entry ? 410 : 404), closedPage(entry));
  };
  server.get<ById>("/checkout/:id", async ({ params }, reply) =>
    open(params.id, reply, (entry) => sendPage(reply, payPage(entry))),
  );
  server.get<ById>("/checkout/:id/authorise", async ({ params }, reply) =>
    open(params.id, reply, (entry) => sendPage(reply, authorisePage(entry))),
  );
  server.post<ById>("/checkout/:id/pay", async ({ params, body }, reply) =>
    open(params.id, reply, (entry) => pay(room, entry, body, reply)),
  );
  server.post<ById>("/checkout/:id/authorise", async ({ params, body }, reply) =>
    open(params.id, reply, (entry) => authorise(room, entry, body, reply)),
  );
}

async function pay(room: StripeRoom, entry: SessionEntry, body: unknown, reply: FastifyReply): Promise<FastifyReply> {
  const form = fieldsOf(body);
  const method = textOf(form.method) ?? "card";
  if (!entry.session.payment_method_types.includes(method)) {
    return sendPage(reply.code(400), payPage(entry, "This payment method is not offered here."));
  }
  if (method === "alipay") return reply.redirect(`/checkout/${entry.session.id}/authorise`, 303);
  const refusal = refusalOfCard(textOf(form.number) ?? "");
  if (refusal) return decline(room, entry, refusal, reply);
  return complete(room, entry, textOf(form.email) ?? null, reply);
}

async function authorise(
  room: StripeRoom,
  entry: SessionEntry,
  body: unknown,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (fieldsOf(body).decision === "authorise") return complete(room, entry, null, reply);
  const message = "The payment was not authorised with Alipay.";
  return decline(room, entry, { code: "payment_intent_authentication_failure", declineCode: null, message }, reply);
}

function decline(room: StripeRoom, entry: SessionEntry, refusal: CardRefusal, reply: FastifyReply): FastifyReply {
  const payment = declinePayment(room.books, entry, refusal);
  void emitEvent(room, { type: "payment_intent.payment_failed", data: { object: payment } });
  return sendPage(reply.code(402), payPage(entry, refusal.message));
}

async function complete(
  room: StripeRoom,
  entry: SessionEntry,
  email: string | null,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { session } = entry;
  const payment = completePayment(room.books, entry, email);
  void emitEvent(room, { type: "payment_intent.succeeded", data: { object: payment } });
  const heard = emitEvent(room, { type: "checkout.session.completed", data: { object: session } });
  await Promise.race([heard, room.world.background.sleep(longestWaitMilliseconds)]);
  const successUrl = (session.success_url ?? "/").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
  return reply.redirect(successUrl, 303);
}
