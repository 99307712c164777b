import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import type { Deps } from "../deps.ts";
import { programPlugin } from "../programs/program-plugin.ts";
import { registerReceiptKeys } from "../receipts/receipt-keys-route.ts";
import { answerProblems } from "./answer-problems.ts";
import { healthPlugin } from "./health-plugin.ts";
import { memberPlugin } from "./member-plugin.ts";
import { staffPlugin } from "./staff-plugin.ts";
import { webhookPlugin } from "./webhook-plugin.ts";

/** The public listener. Members, staff, programs and upstreams are sibling plugins that cannot see each other; what anybody may read is outside them. */
export async function buildServer(deps: Deps): Promise<FastifyInstance> {
  const app = Fastify({
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request is dear, and few requests log: what is logged of one names it. Given a logger for
    // itself, Fastify would also listen for the end of each answer, and then say nothing of it.
    childLoggerFactory: () => deps.log,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
    // The web and admin servers stand in front on this machine; whoever else claims to forward is not believed.
    trustProxy: "loopback",
    genReqId: () => randomUUID(),
  });
  answerProblems(app);
  await app.register(healthPlugin, { deps });
  registerReceiptKeys(app, deps);
  await app.register(memberPlugin, { deps });
  await app.register(staffPlugin, { deps, prefix: "/staff" });
  await app.register(programPlugin, { deps, prefix: "/v1" });
  await app.register(webhookPlugin, { deps, prefix: "/webhooks" });
  return app;
}
