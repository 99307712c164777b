import type { FastifyInstance } from "fastify";
import type { Deps } from "../deps.ts";
import { registerProviderWebhook } from "../generations/provider-webhook-route.ts";
import { registerStripeWebhook } from "../payment-events/stripe-webhook-route.ts";

const quarterMegabyte = 256 * 1024;

/** What upstreams tell us. Bodies stay raw, for signatures are over bytes; no cookies, no sessions, no origin. */
export async function webhookPlugin(app: FastifyInstance, { deps }: { deps: Deps }): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: quarterMegabyte }, (_request, body, done) =>
    done(null, body),
  );
  registerStripeWebhook(app, deps);
  registerProviderWebhook(app, deps);
}
