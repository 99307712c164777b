import { connectDatabase, connectKeyStore, outboxSink, postgresSink } from "@covenant/db";
import { systemClock } from "@covenant/domain";
import { moderate, safeFetch } from "@covenant/providers";
import { storefronts } from "@covenant/storefronts";
import { openFileStore } from "./artifacts/open-file-store.ts";
import type { Deps } from "./deps.ts";
import type { Settings } from "./env.ts";
import { buildProviders } from "./generations/build-providers.ts";
import { listenForUpdates } from "./live/live-updates.ts";
import { openLog } from "./log.ts";
import { makeResendSender } from "./mail/resend-sender.ts";
import { makeStripePayments } from "./payments/stripe-payments.ts";
import { loadWordLists } from "./screening/load-word-lists.ts";

/** Builds what every command may ask for, once, for the api and the worker alike, and knows how to let it all go. */
export async function buildDeps(settings: Settings, part: string): Promise<Deps & { close(): Promise<void> }> {
  const wordListsOf = loadWordLists(settings);
  const log = openLog(part);
  const jobs = settings.REDIS_URL === undefined ? postgresSink : outboxSink;
  const db = connectDatabase({ url: settings.DATABASE_URL, connections: 16, jobs });
  const keys = connectKeyStore(settings.KEYS_DATABASE_URL);
  const live = await listenForUpdates(settings.DATABASE_URL);
  return {
    settings,
    log,
    clock: systemClock,
    db,
    keys,
    live,
    files: openFileStore(settings),
    mailSender: makeResendSender(settings),
    payments: makeStripePayments(settings),
    providers: new Map(buildProviders(settings).map((provider) => [provider.id, provider])),
    moderate: (question) => moderate({ baseUrl: settings.OPENAI_URL, apiKey: settings.OPENAI_API_KEY }, question),
    wordListsOf,
    fetchFile: (url, { maxBytes, timeoutMs }) =>
      safeFetch(url, { limitBytes: maxBytes, totalLimitMs: timeoutMs, ...demoReach(settings) }),
    originOf: (storefront) => originIn(settings, storefronts[storefront].host),
    async close() {
      await live.close();
      await keys.close();
      await db.close();
    },
  };
}

/** In demo mode the guarded fetcher may reach one private origin more: the sandbox's. */
function demoReach({ SANDBOX_URL }: Settings) {
  if (SANDBOX_URL === undefined) return {};
  const { origin, port } = new URL(SANDBOX_URL);
  return { allowedOrigins: [origin], allowedPorts: [80, 443, Number(port || 80)] };
}

/** Demo storefronts live on this machine's web port; production ones on their own host. */
function originIn({ COVENANT_MODE, WEB_PORT }: Settings, host: string): string {
  return COVENANT_MODE === "demo" ? `http://${host}:${WEB_PORT}` : `https://${host}`;
}
