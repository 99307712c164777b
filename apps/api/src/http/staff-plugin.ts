import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import { readStaffSession } from "../sessions/staff-session.ts";
import { adminRouter } from "../trpc/admin-router.ts";
import type { StaffContext } from "../trpc/context.ts";
import { guardOrigin } from "./origin-guard.ts";
import { requestFacts } from "./request-facts.ts";
import { registerTrpc } from "./trpc-plugin.ts";

/** The staff's side, under `/staff`: its own router, sessions, cookie and host. A member's session means nothing here. */
export async function staffPlugin(app: FastifyInstance, { deps }: { deps: Deps }): Promise<void> {
  app.addHook("onRequest", async (request, reply) => {
    if (!request.hostname.startsWith("admin.")) return reply.code(404).send({ message: "Not found." });
  });
  guardOrigin(app);
  const createContext = async (request: FastifyRequest, reply: FastifyReply): Promise<StaffContext> => {
    const facts = requestFacts(deps, request, reply);
    return { ...facts, side: "staff", actor: await readStaffSession(facts) };
  };
  registerTrpc(app, { router: adminRouter, createContext });
}
