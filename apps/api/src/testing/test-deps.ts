import { Readable } from "node:stream";
import { connectDatabase, connectKeyStore, postgresSink } from "@covenant/db";
import { fixedClock } from "@covenant/domain";
import { builtInLists } from "@covenant/policy";
import { type FreshDatabase, freshDatabase } from "@covenant/test-kit";
import Fastify from "fastify";
import type { FileStore } from "../artifacts/file-store.ts";
import type { Deps } from "../deps.ts";
import { readSettings } from "../env.ts";
import { listenForUpdates } from "../live/live-updates.ts";
import type { OutgoingMail } from "../mail/mail-sender.ts";
import type { Payments } from "../payments/payments.ts";

export type TestDeps = Deps & {
  readonly clock: ReturnType<typeof fixedClock>;
  /** Mails that {@link Deps.mailSender} was given, in order. */
  readonly mails: readonly OutgoingMail[];
  readonly database: FreshDatabase;
  close(): Promise<void>;
};

/** A day on which the first version of every storefront's terms is in force, for what later versions rule otherwise. */
export const underFirstTerms = "2026-11-21T12:00:00Z";

/**
 * Deps over a fresh database and a clock that stands still, with fakes at the ports alone. What a test
 * looks at from outside it passes in `ports`. A port nobody passed throws where it is used.
 */
export async function testDeps(ports: Partial<Deps> = {}): Promise<TestDeps> {
  const database = await freshDatabase();
  // It stands still, at the time of the database's own clock, which decides what is due.
  const clock = fixedClock(new Date().toISOString());
  const db = connectDatabase({ url: database.url, jobs: postgresSink, clock });
  const keys = connectKeyStore(database.keysUrl);
  const live = await listenForUpdates(database.url);
  const mails: OutgoingMail[] = [];
  const mailSender: Deps["mailSender"] = {
    recipient: "resend",
    send: async (mail) => {
      mails.push(mail);
      return "sent";
    },
  };
  return {
    settings: testSettings(database),
    log: Fastify().log,
    db,
    keys,
    live,
    files: memoryFiles(),
    mailSender,
    payments: noPayments,
    providers: new Map(),
    moderate: () => missing("moderation"),
    wordListsOf: () => builtInLists,
    fetchFile: () => missing("fetchFile"),
    originOf: (storefront) => `http://${storefront}.test`,
    ...ports,
    clock,
    mails,
    database,
    async close() {
      await Promise.all([db.close(), keys.close(), live.close()]);
      await database.drop();
    },
  };
}

/** The settings of a demo installation, whose outside addresses answer nobody. */
export function testSettings({ url, keysUrl }: Pick<FreshDatabase, "url" | "keysUrl">): Deps["settings"] {
  return readSettings({
    COVENANT_MODE: "demo",
    DATABASE_URL: url,
    KEYS_DATABASE_URL: keysUrl,
    STRIPE_SECRET_KEY: "sk_test_demo",
    STRIPE_WEBHOOK_SECRET: "whsec_test",
    FAL_KEY: "fal-test",
    OPENAI_API_KEY: "sk-test",
    RESEND_API_KEY: "re_test",
    MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
    RECEIPT_KEY: Buffer.alloc(32, 9).toString("base64"),
    SIGNING_KEY: "a signing key of the tests, 32 characters and more",
  });
}

function memoryFiles(): FileStore {
  const stored = new Map<string, Buffer>();
  return {
    recipient: null,
    write: async (name, bytes) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of bytes) chunks.push(chunk);
      stored.set(name, Buffer.concat(chunks));
    },
    read: async (name, range) => {
      const bytes = stored.get(name);
      return bytes === undefined ? null : Readable.from([range ? bytes.subarray(range.from, range.to + 1) : bytes]);
    },
    async *list(prefix, after = "") {
      yield* [...stored.keys()].filter((name) => name.startsWith(prefix) && name > after).sort();
    },
    remove: async (name) => {
      stored.delete(name);
    },
  };
}

const noPayments: Payments = {
  recipient: "stripe",
  openCheckout: () => missing("payments.openCheckout"),
  readCheckout: () => missing("payments.readCheckout"),
  sendRefund: () => missing("payments.sendRefund"),
  readRefund: () => missing("payments.readRefund"),
  readDispute: () => missing("payments.readDispute"),
  readEvent: () => missing("payments.readEvent"),
  ensureCustomer: () => missing("payments.ensureCustomer"),
  ensurePrice: () => missing("payments.ensurePrice"),
  openSubscriptionCheckout: () => missing("payments.openSubscriptionCheckout"),
  readSubscriptionCheckout: () => missing("payments.readSubscriptionCheckout"),
  closeSubscriptionCheckout: () => missing("payments.closeSubscriptionCheckout"),
  readSubscription: () => missing("payments.readSubscription"),
  findSubscriptionOf: () => missing("payments.findSubscriptionOf"),
  setRenewing: () => missing("payments.setRenewing"),
  endSubscription: () => missing("payments.endSubscription"),
  previewChange: () => missing("payments.previewChange"),
  changeNow: () => missing("payments.changeNow"),
  setRenewalPrice: () => missing("payments.setRenewalPrice"),
  setCollectionPaused: () => missing("payments.setCollectionPaused"),
  openPortal: () => missing("payments.openPortal"),
  apiVersion: "none",
  listEvents: () => missing("payments.listEvents"),
  readWarning: () => missing("payments.readWarning"),
  listMovements: () => missing("payments.listMovements"),
  readInvoiceOrigin: () => missing("payments.readInvoiceOrigin"),
  findCheckoutOf: () => missing("payments.findCheckoutOf"),
};

function missing(port: string): never {
  throw new Error(`this test passed no ${port}`);
}
