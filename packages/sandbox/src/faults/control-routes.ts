import type { FastifyInstance } from "fastify";
import { type Fields, fieldsOf, integerOf, textsOf } from "../record.ts";
import type { World } from "../world.ts";
import { faultCatalogue, isFaultOf, isRoom } from "./fault-catalogue.ts";

/**
 * `GET /control/faults` lists the switches and what is armed; `PUT` arms `{ "fal": ["fail"], "times": 1 }` in place of
 * whatever was armed; `DELETE` disarms all. `"only": ["invoice.paid"]` spares every Stripe event of another type, and
 * `"only": ["cs_…"]` every event about another object.
 */
export function serveFaultControl(server: FastifyInstance, world: World): void {
  server.get("/control/faults", async () => ({ armed: world.faults.armed(), catalogue: faultCatalogue }));
  server.put("/control/faults", async (request, reply) => {
    const body = fieldsOf(request.body);
    const problem = problemOf(body);
    if (problem) return reply.code(400).send({ error: problem });
    arm(world, body);
    return { armed: world.faults.armed() };
  });
  server.delete("/control/faults", async (_request, reply) => {
    world.faults.disarm();
    return reply.code(204).send();
  });
}

function problemOf({ times, only, ...rooms }: Fields): string | null {
  if (only !== undefined && !Array.isArray(only)) return "only must be a list of event types or of ids";
  if (times !== undefined && (integerOf(times) ?? 0) < 1) return "times must be a whole number of at least 1";
  for (const [room, faults] of Object.entries(rooms)) {
    if (!isRoom(room)) return `${room} has no switches`;
    if (!Array.isArray(faults)) return `${room} must be a list`;
    const unknown = faults.find((fault) => typeof fault !== "string" || !isFaultOf(room, fault));
    if (unknown !== undefined) return `${room} has no switch ${String(unknown)}`;
  }
  return null;
}

function arm(world: World, { times, only, ...rooms }: Fields): void {
  world.faults.disarm();
  for (const [room, faults] of Object.entries(rooms)) {
    for (const fault of textsOf(faults)) {
      if (isRoom(room) && isFaultOf(room, fault)) world.faults.arm(room, fault, integerOf(times), textsOf(only));
    }
  }
}
