import type { FastifyInstance, FastifyRequest } from "fastify";
import type { World } from "../world.ts";
import { apiRoutes } from "./api/api-routes.ts";
import { StripeRefusal, sendStripeRefusal } from "./api/stripe-error.ts";
import { apiVersion } from "./api/version.ts";
import { serveInvoicePayments } from "./billing/invoice-payments.ts";
import { serveInvoicePages } from "./billing/invoice-routes.ts";
import { serveInvoices } from "./billing/invoices.ts";
import { serveSubscriptions } from "./billing/subscriptions.ts";
import { newId } from "./books/ids.ts";
import { servePrices } from "./catalogue/prices.ts";
import { serveProducts } from "./catalogue/products.ts";
import { serveCheckout } from "./checkout/checkout-routes.ts";
import { serveSessions } from "./checkout/sessions.ts";
import { serveTestClocks } from "./clock/test-clocks.ts";
import { serveStripeControls } from "./console/control-routes.ts";
import { serveCustomers } from "./customers/customers.ts";
import { servePaymentMethods } from "./customers/payment-methods.ts";
import { serveEvents } from "./events/events.ts";
import { serveBalance } from "./payments/balance.ts";
import { serveCharges } from "./payments/charges.ts";
import { serveDisputes } from "./payments/disputes.ts";
import { servePaymentIntents } from "./payments/payment-intents.ts";
import { serveRefunds } from "./payments/refunds.ts";
import { serveWarnings } from "./payments/warnings.ts";
import { serveConfigurations } from "./portal/configurations.ts";
import { servePortal } from "./portal/portal-routes.ts";
import { servePortalSessions } from "./portal/portal-sessions.ts";
import { resumeRoom } from "./resume-room.ts";
import { openStripeRoom, type StripeRoom } from "./stripe-room.ts";

/** Each noun of the API, with its own table of addresses. */
const nouns = [
  serveProducts,
  servePrices,
  serveCustomers,
  servePaymentMethods,
  serveSessions,
  servePaymentIntents,
  serveCharges,
  serveRefunds,
  serveDisputes,
  serveWarnings,
  serveBalance,
  serveSubscriptions,
  serveInvoices,
  serveInvoicePayments,
  serveConfigurations,
  servePortalSessions,
  serveTestClocks,
  serveEvents,
];

/**
 * Stripe's REST API under `/v1`, as the `stripe` SDK speaks it, and the pages it hosts for payers. What it gives is to be
 * called once the address is known: it goes on where an earlier process stopped, and watches the time.
 */
export function serveStripe(server: FastifyInstance, world: World): () => void {
  const room = openStripeRoom(world);
  server.addHook("onResponse", async ({ method }) => {
    if (method !== "GET") room.touch();
  });
  server.addHook("onClose", async () => room.close());
  serveCheckout(server, room);
  serveInvoicePages(server, room);
  servePortal(server, room);
  serveStripeControls(server, room);
  server.register(async (api) => serveApi(api, room), { prefix: "/v1" });
  return () => resumeRoom(room);
}

function serveApi(api: FastifyInstance, room: StripeRoom): void {
  api.addHook("onRequest", async (request, reply) => {
    reply.headers({ "request-id": newId("req"), "stripe-version": apiVersion });
    guard(room, request);
  });
  api.setErrorHandler((error, _request, reply) => {
    if (error instanceof StripeRefusal) return sendStripeRefusal(reply, error);
    throw error;
  });
  api.setNotFoundHandler((request) => {
    const message = `Unrecognized request URL (${request.method}: ${request.url.split("?")[0]}).`;
    throw new StripeRefusal(404, { type: "invalid_request_error", message });
  });
  const routes = apiRoutes(api, room);
  for (const serve of nouns) serve(routes, room);
}

/** Key, version and the faults that stop a call before it is read. Throws. */
function guard({ world }: StripeRoom, request: FastifyRequest): void {
  const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (!key?.startsWith("sk_test_")) {
    const message = key
      ? "Invalid API Key provided. This sandbox takes sk_test_ keys."
      : "You did not provide an API key.";
    throw new StripeRefusal(401, { type: "invalid_request_error", message });
  }
  const version = request.headers["stripe-version"];
  if (version !== undefined && version !== apiVersion) {
    throw new StripeRefusal(400, {
      type: "invalid_request_error",
      message: `Invalid Stripe API version: ${String(version)}`,
    });
  }
  if (world.faults.take("stripe", ["rate-limit"]).size > 0) {
    const message = "Request rate limit exceeded.";
    throw new StripeRefusal(429, { type: "rate_limit_error", code: "rate_limit", message });
  }
}
