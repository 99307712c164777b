import { posix } from "node:path";
import type { Adapter } from "@covenant/policy";
import { isTest, readSource, type SourceFile } from "../imports/source-file.ts";
import { sourcesUnder } from "../imports/sources-under.ts";

/** What ships and runs on the server. */
const shipped = ["apps/api/src", "packages/providers/src", "packages/db/src", "packages/policy/src"];

/** Packages that somebody has looked at and that call nobody outside. Any other that is imported counts as reaching out. */
const stayHere = [
  "@fastify/swagger",
  "@node-rs/argon2",
  "@prisma/adapter-pg",
  "@prisma/client",
  "@trpc/server",
  "diff",
  "fastify",
  "fastify-type-provider-zod",
  "ipaddr.js",
  "lucia",
  "otpauth",
  "pdfkit",
  "pino",
  "prom-client",
  "sharp",
  "zod",
];

/** These reach our own database and our own queue, which lie with the company in the register's entry `hosting`. */
const ourMachines = ["bullmq", "ioredis", "pg"];

/** Modules of Node that talk to other machines. */
const network = ["dgram", "dns", "http", "http2", "https", "net", "tls"];

/** Calls by which a file reaches out without a package of its own. */
const calls = /\b(?:fetch|callUpstream|submitOnce|safeFetch)\(/;

/** What reaches out and sends nothing to anybody of its own choice, and why it is no adapter. */
const means: Record<string, string> = {
  "packages/providers/src/adapters/call-upstream.ts": "by it the adapters call, each under its own name",
  "packages/providers/src/adapters/submit-once.ts": "by it the adapters submit, each under its own name",
  "packages/providers/src/fetch": "fetches what an upstream made and sends nothing",
  "packages/providers/src/far-end.ts": "a far end for tests",
  "apps/api/src/build-deps.ts": "hands the fetcher on",
  "apps/api/src/decoding": "speaks to its own child through a pipe",
  "apps/api/src/seed": "runs in the demo alone, and reaches the sandbox on this machine",
  "apps/api/src/server.ts": "listens",
};

/** `recipient: "fal"` of an adapter's object, or `moderate.recipient = "openai"` of one that is a function. */
const declaration = /\brecipient\s*[:=]\s*"([\w-]+)"/g;

/**
 * Every folder with code that reaches somebody outside, and whom it says it reaches: once for each of its declarations, and
 * with null where it has none.
 */
export function findAdapters(files: readonly SourceFile[] = read()): Adapter[] {
  const inside = files.filter(({ path }) => shipped.some((root) => path.startsWith(`${root}/`)) && !isTest(path));
  const reaching = new Set(inside.filter(reachesOut).map(({ path }) => posix.dirname(path)));
  return [...reaching].toSorted().flatMap((folder) => {
    const said = inside.filter(({ path }) => posix.dirname(path) === folder).flatMap(declaredIn);
    const recipients: (string | null)[] = said.length === 0 ? [null] : said;
    return recipients.map((recipient) => ({ path: folder, recipient }));
  });
}

function declaredIn({ text }: SourceFile): string[] {
  return [...text.matchAll(declaration)].flatMap(([, name]) => name ?? []);
}

function reachesOut({ path, text, imports }: SourceFile): boolean {
  if (Object.keys(means).some((mean) => path === mean || path.startsWith(`${mean}/`))) return false;
  return calls.test(text) || imports.some(({ specifier, isType }) => !isType && leavesUs(specifier));
}

function leavesUs(specifier: string): boolean {
  if (specifier.startsWith("node:")) return network.includes(specifier.slice("node:".length));
  if (specifier.startsWith(".") || specifier.startsWith("@covenant/")) return false;
  const known = [...stayHere, ...ourMachines];
  return !known.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}

function read(): SourceFile[] {
  return [...sourcesUnder(shipped)].map(([path, text]) => readSource(path, text));
}
