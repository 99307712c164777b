import type { World } from "./world.ts";

export type Delivery = {
  url: string;
  body: string;
  /** Made anew for each try, so that a late retry is not refused for its age. */
  headers(): Record<string, string>;
  /** Called after every try. */
  onTried?(): void;
};

const longestBackOff = 60_000;
const mostTries = 12;

/**
 * Posts until the receiver answers 2xx: at once, then after 0.5 s, 1 s, 2 s … up to a minute apart. A redirect is a
 * permanent failure, as it is at fal and Stripe. Resolves with what became of it; never rejects but when the sandbox closes.
 */
export async function deliverWebhook(world: World, delivery: Delivery): Promise<"delivered" | "refused" | "given-up"> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const status = await post(world, delivery);
    delivery.onTried?.();
    if (status >= 200 && status < 300) return "delivered";
    if (status >= 300 && status < 400) return "refused";
    await world.background.sleep(world.pace(Math.min(500 * 2 ** attempt, longestBackOff)));
  }
  return "given-up";
}

/** One try; 0 stands for a connection that failed or took longer than 15 seconds. */
async function post(world: World, { url, body, headers }: Delivery): Promise<number> {
  const startedAt = Date.now();
  const timeout = AbortSignal.timeout(15_000);
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers() },
      redirect: "manual",
      signal: AbortSignal.any([timeout, world.background.signal]),
    });
    await response.body?.cancel();
    world.calls.noteWebhook(url, response.status, startedAt);
    return response.status;
  } catch {
    // An unreachable receiver is the case that retries exist for, so it is an answer and not an error.
    world.background.signal.throwIfAborted();
    world.calls.noteWebhook(url, 0, startedAt);
    return 0;
  }
}
