import Fastify, { type FastifyInstance, LogController } from "fastify";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Deps } from "../deps.ts";
import { readOverview } from "../overview/read-overview.ts";
import { moneyFigures } from "./money-figures.ts";

/** Prometheus figures on their own listener, never the public one. */
export function buildMetricsServer(deps: Deps): FastifyInstance {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const waiting = new Gauge({
    name: "covenant_waiting",
    help: "Things that wait, by kind.",
    labelNames: ["kind"],
    registers: [registry],
    async collect() {
      const { openCases, unfinishedGenerations, unpaidOrders, mailWaiting, openBreakers } = await readOverview(deps);
      for (const [kind, count] of Object.entries({
        openCases,
        unfinishedGenerations,
        unpaidOrders,
        mailWaiting,
        openBreakers,
      })) {
        waiting.set({ kind }, count);
      }
    },
  });
  for (const { name, help, labelNames, read } of moneyFigures) {
    new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      async collect() {
        this.reset();
        for (const { labels, value } of await read(deps)) this.set(labels, value);
      },
    });
  }
  const logController = new LogController({ disableRequestLogging: true });
  const app = Fastify({ loggerInstance: deps.log, logController });
  app.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  return app;
}
