import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate } from "@covenant/db/migrate";
import { createDatabase, startCluster } from "@covenant/test-kit/cluster";
import { type Bench, type Figure, median, spread } from "../figure.ts";
import { load, type Target } from "./load.ts";
import { type ServerProcess, startServer } from "./server-process.ts";
import { signIn } from "./sign-in.ts";

const rounds = 21;
const requestsARound = 1_500;
/** Until then the engine still compiles what it runs, and the first side pays for it. */
const requestsToWarmUp = 12_000;
const root = fileURLToPath(new URL("../..", import.meta.url));

type Side = { server: ServerProcess; target: Target };

/**
 * Processor time of the server process per request, in microseconds: a procedure without database against a bare
 * Fastify route that answers the same bytes, and an authenticated read, which asks for the session and then for what is
 * read, against Fastify with one `pg` query and with two.
 */
export const http: Bench = async (say) => {
  const cluster = await startCluster(migrate, { log: say });
  const database = await createDatabase(cluster.address);
  const ports = await freePorts(4);
  const environment = environmentOf(database, ports);
  execFileSync(process.execPath, ["--import", "tsx", "apps/api/bin/seed.ts", "everyday"], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  const api = await startServer(new URL("../../apps/api/src/server.ts", import.meta.url), ports[0], environment);
  const member = await signIn(ports[0]);
  const peerEnvironment = {
    DATABASE_URL: database.url,
    PEER_PORT: String(ports[3]),
    PEER_ANSWER: JSON.stringify(member.storefront),
  };
  const peer = await startServer(new URL("./peer.ts", import.meta.url), ports[3], peerEnvironment);
  const at = (path: string, headers = {}): Target => ({
    port: ports[0],
    path,
    headers: { ...member.headers, ...headers },
  });
  // Both are sent the same headers, since Node reads them for either, whoever asks for them.
  const besides = (path: string, headers = {}): Target => ({ ...at(path, headers), port: ports[3] });
  const signedIn = { cookie: member.cookie };
  try {
    return [
      await compare(
        "procedure without database",
        "bare Fastify",
        { server: api, target: at("/trpc/terms.storefront") },
        { server: peer, target: besides("/bare") },
      ),
      await compare(
        "authenticated read",
        "Fastify + one pg query",
        { server: api, target: at("/trpc/credits.balance", signedIn) },
        { server: peer, target: besides(`/one-query?id=${member.id}`, signedIn) },
      ),
      await compare(
        "authenticated read",
        "Fastify + two pg queries",
        { server: api, target: at("/trpc/credits.balance", signedIn) },
        { server: peer, target: besides(`/two-queries?id=${member.id}`, signedIn) },
      ),
    ].map((figure) => ({ ...figure, bench: "http" }));
  } finally {
    api.stop();
    peer.stop();
    await cluster.stop();
  }
};

async function compare(metric: string, against: string, ours: Side, theirs: Side): Promise<Omit<Figure, "bench">> {
  const [own, ratios]: [number[], number[]] = [[], []];
  await load(ours.target, requestsToWarmUp);
  await load(theirs.target, requestsToWarmUp);
  for (let round = 0; round < rounds; round += 1) {
    const value = await cost(ours);
    own.push(value);
    ratios.push(value / (await cost(theirs)));
  }
  const noise = spread(ratios);
  if (noise > 0.2)
    console.error(`http: ${metric} varied by ${Math.round(noise * 100)} % between rounds; run it on a quieter machine`);
  return { metric, value: median(own), unit: "µs CPU", against, ratio: median(ratios), better: "lower" };
}

async function cost({ server, target }: Side): Promise<number> {
  const before = await server.cpu();
  await load(target, requestsARound);
  return ((await server.cpu()) - before) / requestsARound;
}

type Ports = [number, number, number, number];

async function freePorts(count: 4): Promise<Ports> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  for (const server of servers) server.close();
  return ports as Ports;
}

/** A demo installation whose outside addresses answer nobody: nothing here calls them. */
function environmentOf(
  database: { url: string; keysUrl: string },
  [api, metrics, media]: Ports,
): Record<string, string> {
  return {
    COVENANT_MODE: "demo",
    DATABASE_URL: database.url,
    KEYS_DATABASE_URL: database.keysUrl,
    API_PORT: String(api),
    METRICS_PORT: String(metrics),
    MEDIA_PORT: String(media),
    STRIPE_SECRET_KEY: "sk_test_demo",
    STRIPE_WEBHOOK_SECRET: "whsec_bench",
    FAL_KEY: "bench:bench",
    OPENAI_API_KEY: "sk-bench",
    RESEND_API_KEY: "re_bench",
    MASTER_KEY: Buffer.alloc(32, 1).toString("base64"),
    RECEIPT_KEY: Buffer.alloc(32, 1).toString("base64"),
    SIGNING_KEY: "a signing key for a bench, long enough to be taken",
    STAFF_TOTP_SECRET: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
    DATA_DIRECTORY: mkdtempSync(join(tmpdir(), "covenant-bench-")),
  };
}
