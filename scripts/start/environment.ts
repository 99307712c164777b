import type { Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";

export type DatabaseAddresses = { url: string; ownerUrl: string; keysUrl: string };

/** What a program needs from the machine. Nothing else of the caller's environment reaches the demo's processes. */
const inherited = ["PATH", "HOME", "LANG", "TMPDIR", "NODE_OPTIONS", "REDIS_URL", "CI"];

/** The environment of every process of the demo. Each outside address is the sandbox's. */
export function demoEnvironment(
  caller: NodeJS.ProcessEnv,
  ports: Ports,
  secrets: Secrets,
  database: DatabaseAddresses,
): NodeJS.ProcessEnv {
  const sandbox = `http://127.0.0.1:${ports.SANDBOX_PORT}`;
  return {
    ...inheritedFrom(caller),
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    COVENANT_MODE: "demo",
    TZ: "UTC",
    DATA_DIRECTORY: ".data",
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
    KEYS_DATABASE_URL: database.keysUrl,
    API_URL: `http://127.0.0.1:${ports.API_PORT}`,
    SANDBOX_URL: sandbox,
    STRIPE_API_URL: sandbox,
    FAL_QUEUE_URL: `${sandbox}/fal/queue`,
    FAL_JWKS_URL: `${sandbox}/fal/.well-known/jwks.json`,
    OPENAI_URL: `${sandbox}/openai`,
    GEMINI_URL: `${sandbox}/gemini`,
    MESHY_URL: `${sandbox}/meshy`,
    RESEND_URL: `${sandbox}/resend`,
    ...keys(secrets),
  };
}

function keys(secrets: Secrets) {
  return {
    MASTER_KEY: secrets.masterKey,
    SIGNING_KEY: secrets.signingKey,
    RECEIPT_KEY: secrets.receiptKey,
    STRIPE_SECRET_KEY: secrets.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: secrets.stripeWebhookSecret,
    FAL_KEY: secrets.falKey,
    OPENAI_API_KEY: secrets.openaiKey,
    GEMINI_API_KEY: secrets.geminiKey,
    MESHY_API_KEY: secrets.meshyKey,
    RESEND_API_KEY: secrets.resendKey,
    STAFF_TOTP_SECRET: secrets.staffTotp,
    SANDBOX_TOTP: JSON.stringify([{ label: "Staff of the demo", secret: secrets.staffTotp }]),
  };
}

function inheritedFrom(caller: NodeJS.ProcessEnv) {
  return Object.fromEntries(inherited.filter((name) => caller[name] !== undefined).map((name) => [name, caller[name]]));
}
