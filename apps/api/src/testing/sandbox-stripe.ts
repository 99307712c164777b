import Stripe from "stripe";
import type { Payments } from "../payments/payments.ts";
import { makeStripePayments } from "../payments/stripe-payments.ts";
import { startSandboxProcess } from "./sandbox-process.ts";

/** The sandbox's Stripe in a process of its own, as `npm start` runs it, reached over HTTP alone. */
export type SandboxStripe = {
  /** Ours, by the real SDK. */
  payments: Payments;
  /** Its dashboard: what is made here is none of our code's doing. */
  dashboard: Stripe;
  /** Pays on a checkout's page as a payer does. */
  payByCard(sessionId: string, number?: string): Promise<void>;
  /** With a decision of Alipay's page: `authorise`, `fail`, or an answer that comes later. */
  payByAlipay(sessionId: string, decision?: string): Promise<void>;
  /** A control of the page: banks, faults of refunds, warnings. */
  control(path: string, body: object): Promise<void>;
  /** Arms faults, or disarms all. */
  faults(armed: object | null): Promise<void>;
  close(): Promise<void>;
};

/** Starts one whose webhooks go to `apiUrl`, signed with `secret`. */
export async function startSandboxStripe(apiUrl: string, secret = "whsec_test"): Promise<SandboxStripe> {
  const { url, close } = await startSandboxProcess({ API_URL: apiUrl, STRIPE_WEBHOOK_SECRET: secret });
  const key = "sk_test_sandbox";
  const { hostname: host, port } = new URL(url);
  const post = async (path: string, body: string | URLSearchParams, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}${path}`, { method: "POST", body, headers, redirect: "manual" });
    if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  };
  const json = { "content-type": "application/json" };
  return {
    payments: makeStripePayments({ STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: secret, STRIPE_API_URL: url }),
    dashboard: new Stripe(key, { host, port, protocol: "http", telemetry: false }),
    payByCard: (id, number = "4242 4242 4242 4242") =>
      post(`/checkout/${id}/pay`, new URLSearchParams({ method: "card", number, email: "payer@member.test" })),
    payByAlipay: (id, decision = "authorise") => post(`/checkout/${id}/authorise`, new URLSearchParams({ decision })),
    control: (path, body) => post(`/control/stripe${path}`, JSON.stringify(body), json),
    faults: async (armed) => {
      const method =
        armed === null ? { method: "DELETE" } : { method: "PUT", headers: json, body: JSON.stringify(armed) };
      await fetch(`${url}/control/faults`, method);
    },
    close,
  };
}
