import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendPage } from "../../pages/page.ts";
import { type Fields, fieldsOf } from "../../record.ts";
import { StripeRefusal, sendStripeRefusal } from "../api/stripe-error.ts";
import type { StripeRoom } from "../stripe-room.ts";
import * as controls from "./controls.ts";
import { stripePage } from "./stripe-page.ts";

type ById = { Params: { id: string } };
type Asked = FastifyRequest<ById>;

/** What a person does in Stripe's dashboard, or a bank by itself: JSON for tests, the buttons of `/stripe` for people. */
export function serveStripeControls(server: FastifyInstance, room: StripeRoom): void {
  server.get("/stripe", async (_request, reply) => sendPage(reply, stripePage(room)));
  server.register(
    async (control) => {
      control.setErrorHandler((error, _request, reply) => {
        if (error instanceof StripeRefusal) return sendStripeRefusal(reply, error);
        throw error;
      });
      const post = (path: string, carryOut: (body: Fields, id: string) => object | Promise<object>) =>
        control.post<ById>(path, async (request, reply) =>
          answer(request, reply, await carryOut(fieldsOf(request.body), request.params.id)),
        );
      post("/advance", (body) => controls.advance(room, body));
      post("/disputes", (body) => controls.dispute(room, body));
      post("/disputes/:id", (body, id) => controls.decide(room, id, body));
      post("/refunds/:id", (body, id) => controls.settle(room, id, body));
      post("/sessions/:id", (body, id) => controls.finish(room, id, body));
      post("/events/:id/resend", (_body, id) => controls.resend(room, id));
      post("/events/release", () => controls.release(room));
      post("/warnings", (body) => controls.warn(room, body));
      post("/ages", (body) => controls.age(room, body));
      post("/settings", (body) => controls.set(room, body));
      control.get("/settings", async () => room.books.settings);
    },
    { prefix: "/control/stripe" },
  );
}

/** A form is a person's, who goes back to the page. */
function answer(request: Asked, reply: FastifyReply, made: object): FastifyReply {
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
  return isForm ? reply.redirect("/stripe", 303) : reply.send(made);
}
