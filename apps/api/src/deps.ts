import type { Database, KeyStore } from "@covenant/db";
import type { Clock, Signal, StorefrontId } from "@covenant/domain";
import type { FetchedFile, ModerationQuestion, Provider } from "@covenant/providers";
import type { FastifyBaseLogger } from "fastify";
import type { FileStore } from "./artifacts/file-store.ts";
import type { Settings } from "./env.ts";
import type { LiveUpdates } from "./live/live-updates.ts";
import type { MailSender } from "./mail/mail-sender.ts";
import type { Payments } from "./payments/payments.ts";
import type { WordListsOf } from "./screening/load-word-lists.ts";

/** Everything a command may ask for. Built once in `build-deps.ts`; a command names the few it uses. */
export type Deps = {
  readonly settings: Settings;
  readonly log: FastifyBaseLogger;
  readonly clock: Clock;
  readonly db: Database;
  readonly keys: KeyStore;
  readonly files: FileStore;
  readonly live: LiveUpdates;
  readonly mailSender: MailSender;
  readonly payments: Payments;
  readonly providers: ReadonlyMap<string, Provider>;
  /** The moderation model's word on a prompt or a picture; null when it finds nothing. It throws when it cannot be heard. */
  readonly moderate: (question: ModerationQuestion) => Promise<Signal | null>;
  /** What our own screening looks for in the prompts of a storefront. */
  readonly wordListsOf: WordListsOf;
  /** Fetches an upstream's file through the guard: no private address, bounded bytes and time. */
  readonly fetchFile: (url: string, limits: { maxBytes: number; timeoutMs: number }) => Promise<FetchedFile>;
  /** The address members see a storefront under, without a trailing slash. */
  readonly originOf: (storefront: StorefrontId) => string;
};
