import { pendingMigrations } from "@covenant/db";
import type { FastifyInstance } from "fastify";
import type { Deps } from "../deps.ts";

/** `/healthz`: this process answers. `/readyz`: it can serve, its database is there and of this version. */
export async function healthPlugin(app: FastifyInstance, { deps }: { deps: Deps }): Promise<void> {
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => {
    const pending = await pendingMigrations((sql) => deps.db.query(sql, [])).catch(() => null);
    if (pending === null) return reply.code(503).send({ status: "database unreachable" });
    if (pending.length > 0) return reply.code(503).send({ status: "migrations pending", pending });
    return { status: "ready" };
  });
}
