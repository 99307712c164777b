import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { parseForm } from "../form.ts";
import { type Fields, fieldsOf } from "../record.ts";
import type { World } from "../world.ts";
import { answerOnce } from "./answer-once.ts";
import { newId, pageOf } from "./books.ts";
import { serveCheckout } from "./checkout-routes.ts";
import { createCustomer, getCustomer } from "./customers.ts";
import { emitEvent, getEvent, listEvents } from "./events.ts";
import { expireSession, watchExpiry } from "./expire-session.ts";
import { getPayment } from "./payments.ts";
import { createRefund, getRefund, settleRefund } from "./refunds.ts";
import { createSession, getSession, listSessions, showSession } from "./sessions.ts";
import { StripeRefusal, sendStripeRefusal } from "./stripe-error.ts";
import { apiVersion, openStripeRoom, type StripeRoom } from "./stripe-room.ts";

/** Stripe's REST API under `/v1`, as the `stripe` SDK speaks it, and the payment page under `/checkout`. */
export function serveStripe(server: FastifyInstance, world: World): void {
  const room = openStripeRoom(world);
  serveCheckout(server, room);
  server.register(
    async (api) => {
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
      serveReads(api, room);
      serveWrites(api, room);
    },
    { prefix: "/v1" },
  );
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

type ById = { Params: { id: string } };

function serveReads(api: FastifyInstance, room: StripeRoom): void {
  const { books } = room;
  api.get<ById>("/customers/:id", async ({ params }) => getCustomer(books, params.id));
  api.get<ById>("/payment_intents/:id", async ({ params }) => getPayment(books, params.id));
  api.get<ById>("/refunds/:id", async ({ params }) => getRefund(books, params.id));
  api.get("/events", async (request) => listEvents(room, queryOf(request)));
  api.get<ById>("/events/:id", async ({ params }) => getEvent(room, params.id));
  api.get("/checkout/sessions", async (request) => listSessions(books, queryOf(request)));
  api.get<ById>("/checkout/sessions/:id", async (request) =>
    showSession(books, getSession(books, request.params.id), queryOf(request).expand),
  );
  api.get<ById>("/checkout/sessions/:id/line_items", async (request) =>
    pageOf(getSession(books, request.params.id).lines, queryOf(request), request.url.split("?")[0] ?? ""),
  );
}

function serveWrites(api: FastifyInstance, room: StripeRoom): void {
  const post = (path: string, write: (body: Fields, id: string) => object) =>
    api.post<ById>(
      path,
      async (request, reply): Promise<FastifyReply> =>
        answerOnce(room, request, reply, () => write(fieldsOf(request.body), request.params.id)),
    );
  post("/customers", (body) => createCustomer(room.books, body));
  post("/checkout/sessions", (body) => {
    const entry = createSession(room.books, body, room.world.publicUrl());
    watchExpiry(room, entry);
    return showSession(room.books, entry, body.expand);
  });
  post("/checkout/sessions/:id/expire", (_body, id) => expireSession(room, getSession(room.books, id)));
  post("/refunds", (body) => refund(room, body));
}

function refund(room: StripeRoom, body: Fields): object {
  const { background, faults, pace } = room.world;
  const thrown = faults.take("stripe", ["refund-pending", "refund-fails"]);
  const made = createRefund(room.books, body, thrown.size > 0);
  void emitEvent(room, { type: "refund.created", data: { object: made } });
  if (thrown.size === 0) return made;
  background.start("refund settlement", async () => {
    await background.sleep(pace(2_000));
    const failed = thrown.has("refund-fails");
    settleRefund(made, failed ? "failed" : "succeeded");
    await emitEvent(room, { type: failed ? "refund.failed" : "refund.updated", data: { object: made } });
  });
  return { ...made };
}

function queryOf(request: FastifyRequest): Fields {
  return parseForm(request.url.split("?")[1] ?? "");
}
