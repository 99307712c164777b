import * as z from "zod";

const port = (otherwise: number) => z.coerce.number().int().min(1).max(65_535).default(otherwise);
const is32Bytes = (text: string) => Buffer.from(text, "base64").length === 32;
const address = z.url({ protocol: /^https?$/ });
const keyList = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter((key) => key !== ""))
  .refine((keys) => keys.every(is32Bytes), "must be keys of 32 bytes in base64, parted by commas");

const schema = z.object({
  COVENANT_MODE: z.enum(["demo", "production"]).default("production"),
  DATABASE_URL: z.string().min(1),
  KEYS_DATABASE_URL: z.string().min(1),
  REDIS_URL: z.string().optional(),
  API_PORT: port(4000),
  METRICS_PORT: port(4001),
  MEDIA_PORT: port(4400),
  WEB_PORT: port(4100),
  ADMIN_PORT: port(4200),
  /** Where upstreams reach our webhooks. */
  API_URL: address.default("http://127.0.0.1:4000"),
  /** The sandbox's origin: the one private address the guarded fetcher may reach, in demo mode only. */
  SANDBOX_URL: address.optional(),
  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_WEBHOOK_SECRET: z.string().min(1),
  STRIPE_API_URL: address.default("https://api.stripe.com"),
  FAL_KEY: z.string().min(1),
  FAL_QUEUE_URL: address.default("https://queue.fal.run"),
  FAL_JWKS_URL: address.default("https://rest.fal.ai/.well-known/jwks.json"),
  OPENAI_API_KEY: z.string().min(1),
  OPENAI_URL: address.default("https://api.openai.com"),
  /** Without a key of theirs, routes that lead to these are not taken. */
  GEMINI_API_KEY: z.string().min(1).optional(),
  GEMINI_URL: address.default("https://generativelanguage.googleapis.com"),
  MESHY_API_KEY: z.string().min(1).optional(),
  MESHY_URL: address.default("https://api.meshy.ai"),
  RESEND_API_KEY: z.string().min(1),
  RESEND_URL: address.default("https://api.resend.com"),
  /** 32 bytes in base64: wraps the data key of every file and seals second-factor secrets. */
  MASTER_KEY: z.string().refine(is32Bytes, "must be 32 bytes in base64"),
  /** Master keys before this one, in base64 and parted by commas, until `pnpm keys:rotate` has wrapped everything anew. */
  MASTER_KEYS_BEFORE: keyList,
  /** 32 bytes in base64: the Ed25519 key that signs receipts of deletion. */
  RECEIPT_KEY: z.string().refine(is32Bytes, "must be 32 bytes in base64"),
  /** Public keys before it, as `/.well-known/jwks.json` lists them (`x`) and parted by commas: what they signed stays proven. */
  RECEIPT_KEYS_BEFORE: keyList,
  /** Signs media links. */
  SIGNING_KEY: z.string().min(32),
  DATA_DIRECTORY: z.string().default(".data"),
  /** A folder of `.list` files with the operator's own terms for screening prompts. */
  SCREENING_LISTS: z.string().min(1).optional(),
  /** A bucket of any S3 API for sealed files; without one they are kept under the data directory. */
  S3_BUCKET: z.string().min(1).optional(),
  S3_ENDPOINT: address.optional(),
  S3_REGION: z.string().min(1).default("auto"),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** The origin members' files are served from, without a trailing slash; never one that also has sessions. */
  MEDIA_URL: address.optional(),
  /** The console's origin, which may fetch media. */
  ADMIN_URL: address.optional(),
  /** Milliseconds between reads of an attempt when no webhook comes; the first read waits this long. */
  ATTEMPT_READ_EVERY_MS: z.coerce.number().int().min(50).default(2_000),
});

export type Settings = z.infer<typeof schema>;

/** Exit code for a configuration that cannot be used (EX_CONFIG of sysexits.h). */
export const badConfiguration = 78;

/** Reads the environment once. Every problem is named at once; no value is ever printed. */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const parsed = schema.safeParse(environment, {
    error: ({ input }) => (input === undefined ? "is not set" : undefined),
  });
  const problems = parsed.success ? unsafe(parsed.data, environment.NODE_ENV) : parsed.error.issues.map(said);
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems);
  return parsed.data;
}

export class ConfigurationError extends Error {
  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.name = "ConfigurationError";
  }
}

const said = (issue: z.core.$ZodIssue) => `${issue.path.join(".")}: ${issue.message}`;

/** Demo mode never runs beside anything real, and nothing of the sandbox runs in production. */
function unsafe(settings: Settings, nodeEnvironment: string | undefined): string[] {
  const demo = settings.COVENANT_MODE === "demo";
  return [
    demo && nodeEnvironment === "production" && "COVENANT_MODE: demo mode is refused with NODE_ENV=production",
    demo &&
      /^(sk|rk)_live_/.test(settings.STRIPE_SECRET_KEY) &&
      "STRIPE_SECRET_KEY: a live key is refused in demo mode",
    !demo && settings.SANDBOX_URL !== undefined && "SANDBOX_URL: the sandbox is refused outside demo mode",
    !demo && settings.STRIPE_SECRET_KEY.startsWith("sk_test_demo") && "STRIPE_SECRET_KEY: this is the demo's key",
    !demo && settings.MEDIA_URL === undefined && "MEDIA_URL: needed outside demo mode",
    !demo && settings.ADMIN_URL === undefined && "ADMIN_URL: needed outside demo mode",
    halfABucket(settings) && "S3_BUCKET: needs S3_ENDPOINT, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY beside it",
  ].filter((problem) => problem !== false);
}

function halfABucket({ S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }: Settings): boolean {
  const beside = [S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY];
  return S3_BUCKET !== undefined && beside.includes(undefined);
}
