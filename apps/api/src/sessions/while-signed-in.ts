import { setInterval } from "node:timers/promises";
import { Refusal } from "@covenant/domain";
import type { RequestFacts } from "../trpc/context.ts";
import { memberSide } from "./session-side.ts";
import { isSessionOpen } from "./sessions.ts";

/** How long a stream may outlive its session, at most. */
const lookEveryMs = 3_000;

/**
 * A member's stream, for as long as the session lasts that asked for it. However that session ends (signed out here or
 * everywhere, too old, account closed), the stream ends with Refusal "session/required", and so do its queries. A
 * session that cannot be read ends it too; whoever still has one comes back.
 */
export async function* whileSignedIn<Item>(
  facts: RequestFacts,
  left: AbortSignal | undefined,
  open: (signal: AbortSignal) => AsyncGenerator<Item>,
): AsyncGenerator<Item> {
  const over = new AbortController();
  const ends = left === undefined ? over.signal : AbortSignal.any([over.signal, left]);
  const guard = watchSession(facts, ends).catch((reason: unknown) => {
    if (!ends.aborted) over.abort(reason);
  });
  try {
    yield* open(ends);
    over.signal.throwIfAborted();
  } finally {
    over.abort();
    await guard;
  }
}

async function watchSession(facts: RequestFacts, ends: AbortSignal): Promise<void> {
  for await (const _ of setInterval(lookEveryMs, undefined, { signal: ends, ref: false })) {
    if (!(await isSessionOpen(facts, memberSide))) throw new Refusal("session/required");
  }
}
