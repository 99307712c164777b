import { replayPurgeLog } from "./artifacts/purge-log.ts";
import { buildDeps } from "./build-deps.ts";
import { badConfiguration, ConfigurationError, readSettings } from "./env.ts";
import { buildServer } from "./http/build-server.ts";
import { buildMetricsServer } from "./http/metrics-server.ts";
import { buildMediaServer } from "./media/media-server.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

/** The api process: members, staff, programs and upstreams on one port, files on another, metrics on loopback. */
async function main(): Promise<void> {
  const settings = readSettings();
  const deps = await buildDeps(settings, "api");
  // Nothing is read or done on a restored backup before it has learnt what was purged since.
  await replayPurgeLog(deps);
  const servers = [await buildServer(deps), buildMediaServer(deps), buildMetricsServer(deps)];
  const ports = [settings.API_PORT, settings.MEDIA_PORT, settings.METRICS_PORT];
  for (const [index, server] of servers.entries()) {
    await server.listen({ port: ports[index] ?? 0, host: "127.0.0.1" });
  }
  deps.log.info({ port: settings.API_PORT }, "api ready");
  stopOnSignal(deps.log, async () => {
    await Promise.all(servers.map((server) => server.close()));
    await deps.close();
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(error instanceof ConfigurationError ? badConfiguration : 1);
});
