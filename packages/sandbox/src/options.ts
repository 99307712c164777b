import { join } from "node:path";
import { type Fields, isFields } from "./record.ts";

/** One second factor shown on the authenticator page. The secret is base32. */
export type TotpSecret = { label: string; secret: string };

export type SandboxOptions = {
  /** 0 takes any free port. */
  port: number;
  /** Address to bind; loopback unless told otherwise. */
  host: string;
  /** How browsers and the api reach the sandbox; the bound address when absent. */
  publicUrl: string | undefined;
  /** The api that receives Stripe's webhooks at `/webhooks/stripe`. */
  apiUrl: string;
  stripeWebhookSecret: string;
  /** Where Stripe's books are kept between runs; nowhere when absent. */
  dataDirectory: string | undefined;
  /** 2 runs everything that takes time twice as fast. */
  speed: number;
  totp: TotpSecret[];
  /** Receives one line per call: method, path, status. */
  log(line: string): void;
};

export const defaultOptions: SandboxOptions = {
  port: 4300,
  host: "127.0.0.1",
  publicUrl: undefined,
  apiUrl: "http://127.0.0.1:4000",
  stripeWebhookSecret: "whsec_sandbox",
  dataDirectory: undefined,
  speed: 1,
  totp: [],
  log: () => {},
};

/** Reads the options from the environment. Throws when a value cannot be meant. */
export function readOptions(environment: NodeJS.ProcessEnv): Omit<SandboxOptions, "log"> {
  return {
    port: readNumber(environment.SANDBOX_PORT, "SANDBOX_PORT", defaultOptions.port, 0),
    host: environment.SANDBOX_HOST ?? defaultOptions.host,
    publicUrl: environment.SANDBOX_PUBLIC_URL?.replace(/\/+$/, ""),
    apiUrl: (environment.API_URL ?? defaultOptions.apiUrl).replace(/\/+$/, ""),
    stripeWebhookSecret: environment.STRIPE_WEBHOOK_SECRET ?? defaultOptions.stripeWebhookSecret,
    dataDirectory: readDataDirectory(environment),
    speed: readNumber(environment.SANDBOX_SPEED, "SANDBOX_SPEED", defaultOptions.speed, 0.01),
    totp: readTotp(environment.SANDBOX_TOTP),
  };
}

/** The sandbox's own directory, or a corner of the installation's. */
function readDataDirectory({
  SANDBOX_DATA_DIRECTORY: own,
  DATA_DIRECTORY: shared,
}: NodeJS.ProcessEnv): string | undefined {
  return own || (shared ? join(shared, "sandbox") : undefined);
}

function readNumber(text: string | undefined, name: string, fallback: number, least: number): number {
  if (text === undefined || text === "") return fallback;
  const value = Number(text);
  if (!Number.isFinite(value) || value < least) throw new Error(`${name} must be a number of at least ${least}`);
  return value;
}

function readTotp(text: string | undefined): TotpSecret[] {
  if (!text) return [];
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list) || !list.every(isTotpSecret)) {
    throw new Error("SANDBOX_TOTP must be a JSON list of { label, secret }");
  }
  return list;
}

function isTotpSecret(value: unknown): value is TotpSecret & Fields {
  return isFields(value) && typeof value.label === "string" && typeof value.secret === "string";
}
