import type { FastifyInstance, FastifyRequest } from "fastify";
import type { World } from "../world.ts";
import { fieldNamesOf, tellingHeadersOf } from "./call-log.ts";

const rooms = new Set(["v1", "fal", "openai", "gemini", "meshy", "resend"]);

/**
 * Notes every call to a stand-in, writes a line for each, and serves the notes at `/control/requests?room=`. A call whose
 * connection was dropped unanswered is noted with status 0.
 */
export function recordCalls(server: FastifyInstance, world: World): void {
  const answered = new WeakSet<FastifyRequest>();
  server.addHook("onRequest", async (request, reply) => {
    reply.raw.once("close", () => {
      if (!answered.has(request)) note(world, request, { status: 0, milliseconds: 0 });
    });
  });
  server.addHook("onResponse", async (request, reply) => {
    answered.add(request);
    note(world, request, { status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) });
  });
  server.get<{ Querystring: { room?: string } }>("/control/requests", async (request) => {
    return { requests: world.calls.list(request.query.room) };
  });
  server.delete("/control/requests", async (_request, reply) => {
    world.calls.clear();
    return reply.code(204).send();
  });
}

function note(world: World, request: FastifyRequest, ended: { status: number; milliseconds: number }): void {
  const path = request.url.split("?")[0] ?? "/";
  world.options.log(`${request.method} ${path} ${ended.status}`);
  const first = path.split("/")[1] ?? "";
  if (!rooms.has(first)) return;
  world.calls.note({
    room: first === "v1" ? "stripe" : first,
    method: request.method,
    path,
    ...ended,
    headers: tellingHeadersOf(request.headers),
    fields: fieldNamesOf(request.body),
  });
}
