import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { StartFault } from "./announce.ts";

export type Secrets = ReturnType<typeof newSecrets>;

/**
 * Reads the installation's secrets, made at the first start and readable by their owner only. They belong to the data:
 * keys wrapped with one master key open with no other.
 * @throws StartFault when they are unreadable, or gone while the data they belong to are still there.
 */
export function readSecrets(file: string, dataDirectory: string): Secrets {
  if (existsSync(file)) return completed(file);
  if (existsSync(dataDirectory)) {
    throw new StartFault(`${file} is gone but ${dataDirectory} is there: put it back, or remove .data to start over.`);
  }
  return written(file, newSecrets());
}

/** What a later version needs and an earlier one did not make is made once and kept. */
function completed(file: string): Secrets {
  const there = parse(file);
  const secrets = { ...newSecrets(), ...there };
  return Object.keys(secrets).every((name) => name in there) ? secrets : written(file, secrets);
}

function written(file: string, secrets: Secrets): Secrets {
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

function newSecrets() {
  return {
    postgresPassword: hex(16),
    ownerPassword: hex(16),
    appPassword: hex(16),
    keysPassword: hex(16),
    masterKey: randomBytes(32).toString("base64"),
    signingKey: hex(32),
    receiptKey: randomBytes(32).toString("base64"),
    stripeSecretKey: `sk_test_demo${hex(16)}`,
    stripeWebhookSecret: `whsec_${hex(24)}`,
    falKey: `demo-fal:${hex(16)}`,
    openaiKey: `sk-demo-${hex(16)}`,
    geminiKey: `demo-${hex(16)}`,
    meshyKey: `msy_demo_${hex(16)}`,
    resendKey: `re_demo_${hex(16)}`,
    staffTotp: base32(20),
  };
}

function parse(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new StartFault(`${file} cannot be read: put it right, or remove .data to start over.`, { cause });
  }
}

const hex = (bytes: number) => randomBytes(bytes).toString("hex");

/** RFC 4648, the alphabet of authenticator apps. 32 letters, so that a byte's low five bits choose evenly. */
function base32(letters: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  return [...randomBytes(letters)].map((byte) => alphabet.charAt(byte % 32)).join("");
}
