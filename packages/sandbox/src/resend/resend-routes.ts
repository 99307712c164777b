import { createHash, randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { takeAny } from "../faults/fault-switches.ts";
import { fieldsOf } from "../record.ts";
import type { World } from "../world.ts";
import { readMail } from "./mail.ts";
import { createMailbox, type Mailbox } from "./mailbox.ts";
import { serveMailbox } from "./mailbox-routes.ts";

type ResendRoom = { world: World; mailbox: Mailbox; sent: Map<string, { fingerprint: string; id: string }> };

/** Resend's mail API under `/resend` (https://resend.com/docs/api-reference/emails/send-email), and the mailbox page. */
export function serveResend(server: FastifyInstance, world: World): void {
  const room: ResendRoom = { world, mailbox: createMailbox(), sent: new Map() };
  serveMailbox(server, room.mailbox);
  server.register(
    async (api) => {
      api.addHook("onRequest", refuseWithoutKey);
      api.post("/emails", (request, reply) => send(room, request, reply));
      api.get<{ Params: { id: string } }>("/emails/:id", async ({ params }, reply) => {
        const mail = room.mailbox.find(params.id);
        if (!mail) return refuse(reply, 404, "not_found", "Email not found");
        const { at, replyTo, ...fields } = mail;
        return { object: "email", ...fields, reply_to: replyTo, created_at: at, last_event: "delivered" };
      });
    },
    { prefix: "/resend" },
  );
}

async function refuseWithoutKey(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { authorization } = request.headers;
  if (authorization === undefined) await refuse(reply, 401, "missing_api_key", "Missing API Key");
  else if (!/^Bearer re_\S+$/.test(authorization)) await refuse(reply, 403, "invalid_api_key", "API key is invalid");
}

async function send(room: ResendRoom, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const faults = takeAny(room.world.faults, "resend");
  if (faults.has("429")) {
    return refuse(
      reply.header("retry-after", "1"),
      429,
      "rate_limit_exceeded",
      "Too many requests. You can only make 2 requests per second.",
    );
  }
  if (faults.has("api-error")) return refuse(reply, 500, "application_error", "An unexpected error occurred.");
  const key = request.headers["idempotency-key"];
  if (typeof key === "string" && (key.length < 1 || key.length > 256)) {
    return refuse(reply, 400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
  }
  const answer = sendOnce(room, request.body, typeof key === "string" ? key : null);
  if ("refusal" in answer) return refuse(reply, answer.status, answer.refusal, answer.message);
  if (faults.has("lost-answer")) {
    request.raw.socket.destroy();
    return reply.hijack();
  }
  return reply.send({ id: answer.id });
}

type Answer = { id: string } | { refusal: string; status: number; message: string };

/** One mail per key; the same key with another mail is refused, as at Resend. */
function sendOnce(room: ResendRoom, body: unknown, key: string | null): Answer {
  const fingerprint = createHash("sha256")
    .update(JSON.stringify(body ?? null))
    .digest("hex");
  const earlier = key === null ? undefined : room.sent.get(key);
  if (earlier && earlier.fingerprint !== fingerprint) {
    const message = "This idempotency key has been used on a request with a different payload.";
    return { refusal: "invalid_idempotent_request", status: 409, message };
  }
  if (earlier) return { id: earlier.id };
  const mail = readMail(randomUUID(), fieldsOf(body));
  if ("missing" in mail) {
    return { refusal: "missing_required_field", status: 422, message: `Missing \`${mail.missing}\` field.` };
  }
  room.mailbox.keep(mail);
  if (key !== null) room.sent.set(key, { fingerprint, id: mail.id });
  return { id: mail.id };
}

function refuse(reply: FastifyReply, statusCode: number, name: string, message: string): FastifyReply {
  return reply.code(statusCode).send({ statusCode, name, message });
}
