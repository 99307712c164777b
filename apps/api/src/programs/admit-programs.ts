import { Refusal } from "@covenant/domain";
import { storefrontOfHost } from "@covenant/storefronts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import { type ProgramCaller, readApiKey } from "../keys/read-api-key.ts";
import { countMemberTry } from "../limits/count-member-try.ts";
import { rates } from "../trpc/rates.ts";
import type { Problem } from "./problem-schema.ts";

declare module "fastify" {
  interface FastifyRequest {
    caller: ProgramCaller | null;
    problem: Problem | null;
  }
}

/** Asks every call for a key, before its body is read, at a host of the key's own storefront, and counts what spends. */
export function admitPrograms(app: FastifyInstance, deps: Deps): void {
  app.addHook("onRequest", async (request) => {
    const caller = await readApiKey(deps.db, request.headers.authorization);
    request.caller = caller;
    requireOwnHost(deps, caller, request.host);
    if (request.method !== "POST") return;
    await countMemberTry(deps.db, caller.actor.memberId, { key: `program:${caller.apiKeyId}`, rate: rates.spend });
  });
}

/** Who calls; for routes behind {@link admitPrograms}. */
export function callerOf({ caller }: FastifyRequest): ProgramCaller {
  if (caller === null) throw new Error("a route of programs stands before the hook that admits them");
  return caller;
}

/** A host of no storefront, such as the api's own address, takes every key. */
function requireOwnHost({ originOf }: Deps, { actor }: ProgramCaller, host: string): void {
  const storefront = storefrontOfHost(host);
  if (storefront !== null && storefront.id !== actor.storefront) {
    throw new Refusal("key/elsewhere", { origin: originOf(actor.storefront) });
  }
}
