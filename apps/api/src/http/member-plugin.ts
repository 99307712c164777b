import { storefrontOfHost } from "@covenant/storefronts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { registerStatements } from "../credits/statements-route.ts";
import type { Deps } from "../deps.ts";
import { readMemberSession } from "../sessions/member-session.ts";
import type { MemberContext } from "../trpc/context.ts";
import { webRouter } from "../trpc/web-router.ts";
import { registerUploads } from "../uploads/uploads-route.ts";
import { guardOrigin } from "./origin-guard.ts";
import { requestFacts } from "./request-facts.ts";
import { registerTrpc } from "./trpc-plugin.ts";

/** The members' side: one router, member sessions, and a storefront chosen by host name. */
export async function memberPlugin(app: FastifyInstance, { deps }: { deps: Deps }): Promise<void> {
  guardOrigin(app);
  const createContext = (request: FastifyRequest, reply: FastifyReply) => memberContext(deps, request, reply);
  registerTrpc(app, { router: webRouter, createContext });
  registerUploads(app, { deps, createContext });
  registerStatements(app, { deps, createContext });
}

async function memberContext(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<MemberContext> {
  const storefront = storefrontOfHost(request.host);
  if (storefront === null) throw Object.assign(new Error("No storefront answers at this host."), { statusCode: 404 });
  const facts = requestFacts(deps, request, reply);
  const actor = await readMemberSession(facts, storefront.id);
  return Object.assign(facts, { side: "member", storefront: storefront.id, actor } as const);
}
