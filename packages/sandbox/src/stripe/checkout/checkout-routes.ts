import type { FastifyInstance, FastifyReply } from "fastify";
import { sendPage } from "../../pages/page.ts";
import { fieldsOf, textOf } from "../../record.ts";
import type { SessionEntry } from "../books/books.ts";
import { addOther } from "../customers/payment-methods.ts";
import { cardOfNumber } from "../customers/test-cards.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { challengePage } from "./challenge-page.ts";
import { authorisePage, closedPage, payPage } from "./checkout-pages.ts";
import { awaitPayment } from "./finish-payment.ts";
import { type PageOutcome, payAuthenticated, payBy, payByCard, refuse } from "./pay-session.ts";

type ById = { Params: { id: string } };

/** How long Checkout waits for the shop to hear of a payment before it sends the payer back. */
const longestWaitMilliseconds = 10_000;

/** The hosted payment page: `GET /checkout/:id`, its form, the bank's challenge, and Alipay's own authorisation step. */
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
  server.get<ById>("/checkout/:id/authenticate", async ({ params }, reply) =>
    open(params.id, reply, ({ session }) => sendPage(reply, challengePage(`/checkout/${session.id}/authenticate`))),
  );
  server.post<ById>("/checkout/:id/pay", async ({ params, body }, reply) =>
    open(params.id, reply, (entry) => pay(room, entry, body, reply)),
  );
  server.post<ById>("/checkout/:id/authorise", async ({ params, body }, reply) =>
    open(params.id, reply, (entry) => authorise(room, entry, body, reply)),
  );
  server.post<ById>("/checkout/:id/authenticate", async ({ params, body }, reply) =>
    open(params.id, reply, (entry) => authenticate(room, entry, body, reply)),
  );
}

/** Accounts whose debit fails (https://docs.stripe.com/testing); any other pays. */
const failingAccounts = new Set(["000111111116", "AT861904300235473202"]);

async function pay(room: StripeRoom, entry: SessionEntry, body: unknown, reply: FastifyReply): Promise<FastifyReply> {
  const form = fieldsOf(body);
  const method = textOf(form.method) ?? "card";
  const email = textOf(form.email) ?? null;
  if (!entry.session.payment_method_types.includes(method)) {
    return sendPage(reply.code(400), payPage(entry, "This payment method is not offered here."));
  }
  if (method === "alipay") return reply.redirect(`/checkout/${entry.session.id}/authorise`, 303);
  if (method === "card")
    return answer(room, entry, payByCard(room, entry, cardOfNumber(textOf(form.number) ?? ""), email), reply);
  const account = (textOf(form.account) ?? "").replace(/\s/g, "");
  const told = awaitPayment(room, entry, { type: method, email, succeeds: !failingAccounts.has(account) });
  return answer(room, entry, { told }, reply);
}

const notAuthorised = {
  code: "payment_intent_authentication_failure",
  declineCode: null,
  message: "The payment was not authorised with Alipay.",
};

async function authorise(
  room: StripeRoom,
  entry: SessionEntry,
  body: unknown,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { decision } = fieldsOf(body);
  if (decision === "authorise") {
    const method = addOther(room.books, "alipay", { customer: null, email: entry.session.customer_email });
    return answer(room, entry, payBy(room, entry, method, "authenticated"), reply);
  }
  if (decision !== "later-paid" && decision !== "later-failed")
    return answer(room, entry, refuse(room, entry, notAuthorised), reply);
  const told = awaitPayment(room, entry, { type: "alipay", email: null, succeeds: decision === "later-paid" });
  return answer(room, entry, { told }, reply);
}

const notAuthenticated = {
  code: "payment_intent_authentication_failure",
  declineCode: null,
  message: "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
};

async function authenticate(
  room: StripeRoom,
  entry: SessionEntry,
  body: unknown,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const isDone = fieldsOf(body).decision === "complete";
  return answer(room, entry, isDone ? payAuthenticated(room, entry) : refuse(room, entry, notAuthenticated), reply);
}

async function answer(
  room: StripeRoom,
  entry: SessionEntry,
  outcome: PageOutcome,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { session } = entry;
  if ("refusal" in outcome) return sendPage(reply.code(402), payPage(entry, outcome.refusal.message));
  if ("authenticate" in outcome) return reply.redirect(`/checkout/${session.id}/authenticate`, 303);
  await Promise.race([outcome.told, room.world.background.sleep(longestWaitMilliseconds)]);
  const successUrl = (session.success_url ?? "/").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
  return reply.redirect(successUrl, 303);
}
