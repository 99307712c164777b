import { createServer, type IncomingHttpHeaders } from "node:http";
import { type Sandbox, startSandbox } from "./start-sandbox.ts";

export type Received = { path: string; headers: IncomingHttpHeaders; body: string };

/** A receiver of webhooks on a free port; answers what `statuses` says, then 200, each after its `delays` in milliseconds. */
export type Receiver = {
  url: string;
  received: Received[];
  statuses: number[];
  delays: number[];
  /** Waits until this many have arrived; rejects after half a minute. */
  arrived(count: number): Promise<Received[]>;
  close(): Promise<void>;
};

/** Starts a receiver. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const statuses: number[] = [];
  const delays: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString() });
    await pause(delays.shift() ?? 0);
    response.writeHead(statuses.shift() ?? 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    statuses,
    delays,
    arrived: async (count) => {
      await until(() => received.length >= count);
      return received;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Waits until something is true, looking every 10 ms; rejects after half a minute. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error("waited for half a minute");
    await pause(10);
  }
}

/** Waits. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A sandbox on a free port, ten times as fast, whose Stripe webhooks go to `apiUrl`. */
export function startFastSandbox(apiUrl: string): Promise<Sandbox> {
  return startSandbox({ port: 0, apiUrl, speed: 10, stripeWebhookSecret: "whsec_test" });
}

/** Arms switches as a test or a person would. */
export async function armFaults(sandbox: Sandbox, faults: Record<string, unknown>): Promise<Response> {
  return fetch(`${sandbox.url}/control/faults`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(faults),
  });
}

/** The body as the type the test expects; what follows in the test says whether it is. */
export async function jsonOf<T>(response: Response): Promise<T> {
  return JSON.parse(await response.text());
}
