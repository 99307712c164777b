import type { FastifyInstance } from "fastify";
import type { World } from "../world.ts";
import { fieldNamesOf, tellingHeadersOf } from "./call-log.ts";

const rooms = new Set(["v1", "fal", "openai", "resend"]);

/** Notes every call to a stand-in, writes a line for each, and serves the notes at `/control/requests?room=`. */
export function recordCalls(server: FastifyInstance, world: World): void {
  server.addHook("onResponse", async (request, reply) => {
    const path = request.url.split("?")[0] ?? "/";
    const status = reply.statusCode;
    world.options.log(`${request.method} ${path} ${status}`);
    const first = path.split("/")[1] ?? "";
    if (!rooms.has(first)) return;
    world.calls.note({
      room: first === "v1" ? "stripe" : first,
      method: request.method,
      path,
      status,
      milliseconds: Math.round(reply.elapsedTime),
      headers: tellingHeadersOf(request.headers),
      fields: fieldNamesOf(request.body),
    });
  });
  server.get<{ Querystring: { room?: string } }>("/control/requests", async (request) => {
    return { requests: world.calls.list(request.query.room) };
  });
  server.delete("/control/requests", async (_request, reply) => {
    world.calls.clear();
    return reply.code(204).send();
  });
}
