import type { FastifyInstance, FastifyReply } from "fastify";
import type Stripe from "stripe";
import { html } from "../../pages/html.ts";
import { sendPage } from "../../pages/page.ts";
import { fieldsOf, textOf } from "../../record.ts";
import { copyOf } from "../api/expand.ts";
import { cancelSubscription } from "../billing/cancel-subscription.ts";
import { updateSubscription } from "../billing/update-subscription.ts";
import { idOf } from "../books/ids.ts";
import { unixNow } from "../clock/time.ts";
import { tellOfCustomer } from "../customers/customers.ts";
import { addCard, attach, cardBehind } from "../customers/payment-methods.ts";
import { cardOfNumber, noTestCard } from "../customers/test-cards.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { type PortalView, portalPage } from "./portal-pages.ts";

type ById = { Params: { id: string } };
type BySubscription = { Params: { id: string; subscription: string } };
type Session = Stripe.BillingPortal.Session;

/** The door is open for an hour, as its address may lie about somewhere. */
const openSeconds = 60 * 60;

/** The customer portal: `/portal/:id`, where a member cancels, takes it back, changes the card and finds invoices. */
export function servePortal(server: FastifyInstance, room: StripeRoom): void {
  const open = async (
    id: string,
    reply: FastifyReply,
    then: (session: Session) => FastifyReply | Promise<FastifyReply>,
  ) => {
    const session = room.books.portalSessions.get(id);
    const isOpen = session !== undefined && session.created + openSeconds > unixNow();
    if (isOpen) return then(session);
    const body = html`<main class="page"><h1>This link is no longer good.</h1><p>Open billing again from the shop.</p></main>`;
    return sendPage(reply.code(404), { title: "Billing", bare: true, body });
  };
  server.get<ById>("/portal/:id", ({ params }, reply) =>
    open(params.id, reply, (session) => sendPage(reply, portalPage(viewOf(room, session)))),
  );
  server.post<BySubscription>("/portal/:id/subscriptions/:subscription", ({ params, body }, reply) =>
    open(params.id, reply, (session) => decide(room, session, params.subscription, fieldsOf(body).decision, reply)),
  );
  server.post<ById>("/portal/:id/card", ({ params, body }, reply) =>
    open(params.id, reply, (session) => changeCard(room, session, textOf(fieldsOf(body).number) ?? "", reply)),
  );
}

async function decide(
  room: StripeRoom,
  session: Session,
  id: string,
  decision: unknown,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const entry = room.books.subscriptions.get(id);
  const { features } = viewOf(room, session);
  const isTheirs = entry?.subscription.customer === session.customer && entry.subscription.ended_at === null;
  if (entry === undefined || !isTheirs)
    return sendPage(reply.code(404), portalPage(viewOf(room, session), "There is no such subscription."));
  if (decision === "keep")
    updateSubscription(room, entry, {
      cancel_at_period_end: "false",
      ...(entry.subscription.cancel_at_period_end ? {} : { cancel_at: "" }),
    });
  if (decision === "cancel" && !features.subscription_cancel.enabled)
    return sendPage(reply.code(403), portalPage(viewOf(room, session)));
  if (decision === "cancel" && features.subscription_cancel.mode === "immediately")
    cancelSubscription(room, entry, "cancellation_requested");
  else if (decision === "cancel") updateSubscription(room, entry, { cancel_at_period_end: "true" });
  return leave(room, session, reply);
}

/** The new card becomes the customer's, and that of each subscription they have. */
async function changeCard(
  room: StripeRoom,
  session: Session,
  number: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const refuse = (message: string) => sendPage(reply.code(402), portalPage(viewOf(room, session), message));
  const customer = room.books.customers.get(session.customer);
  if (!viewOf(room, session).features.payment_method_update.enabled || customer === undefined)
    return sendPage(reply.code(403), portalPage(viewOf(room, session)));
  const typed = cardOfNumber(number);
  if (typed === null) return refuse(noTestCard.message);
  const method = addCard(room.books, typed, { customer: null, email: customer.email });
  const refusal = cardBehind(room.books, method.id)?.refusal;
  if (refusal) return refuse(refusal.message);
  attach(room, method, customer.id);
  const before = copyOf(customer);
  customer.invoice_settings.default_payment_method = method.id;
  tellOfCustomer(room, customer, before);
  for (const entry of room.books.subscriptions.values()) {
    const { subscription } = entry;
    if (subscription.customer === customer.id && subscription.ended_at === null)
      updateSubscription(room, entry, { default_payment_method: method.id });
  }
  return leave(room, session, reply);
}

/** Back to the portal once the api has heard; out of it where a deep link said so. */
async function leave(room: StripeRoom, session: Session, reply: FastifyReply): Promise<FastifyReply> {
  await Promise.race([room.line, room.world.background.sleep(10_000)]);
  return reply.redirect(session.flow?.after_completion.redirect?.return_url ?? `/portal/${session.id}`, 303);
}

function viewOf({ books }: StripeRoom, session: Session): PortalView {
  const configuration = books.portalConfigurations.get(idOf(session.configuration) ?? "");
  if (configuration === undefined) throw new Error(`portal session ${session.id} has no configuration`);
  const customer = books.customers.get(session.customer);
  const all = [...books.subscriptions.values()].map(({ subscription }) => subscription);
  const subscriptions = all.filter(({ customer: owner, ended_at }) => owner === session.customer && ended_at === null);
  const method =
    idOf(subscriptions[0]?.default_payment_method) ?? idOf(customer?.invoice_settings.default_payment_method);
  return {
    session,
    features: configuration.features,
    headline: configuration.business_profile.headline,
    subscriptions: subscriptions.filter(({ id }) => (session.flow?.subscription_cancel?.subscription ?? id) === id),
    card: books.paymentMethods.get(method ?? "") ?? null,
    invoices: [...books.invoices.values()].filter(({ customer: owner }) => owner === session.customer).reverse(),
    nameOf: (price) => books.products.get(String(price.product))?.name ?? "Subscription",
  };
}
