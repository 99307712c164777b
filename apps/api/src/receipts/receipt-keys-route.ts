import type { FastifyInstance } from "fastify";
import type { Settings } from "../env.ts";
import { listReceiptKeys } from "./receipt-key.ts";

/**
 * `GET /.well-known/jwks.json` at every storefront's host: the keys that sign receipts of deletion, as a JSON Web Key Set
 * (RFC 7517), for anybody. A copy may be an hour old.
 */
export function registerReceiptKeys(
  app: FastifyInstance,
  { settings }: { settings: Pick<Settings, "RECEIPT_KEY" | "RECEIPT_KEYS_BEFORE"> },
): void {
  const keys = listReceiptKeys(settings);
  app.get("/.well-known/jwks.json", async (_request, reply) => {
    reply.headers({
      "content-type": "application/jwk-set+json",
      "cache-control": "public, max-age=3600",
      "access-control-allow-origin": "*",
    });
    return JSON.stringify({ keys });
  });
}
