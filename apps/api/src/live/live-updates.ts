import pg from "pg";

/** Says when a thing changed; what it changed to is read from its row. */
export type LiveUpdates = {
  /**
   * Yields once at the start and after each change of the thing, until `signal` aborts. Changes while the reader is
   * busy are joined into one. The watch is armed before the first yield, so a change between is never lost.
   */
  watch(id: string, signal: AbortSignal): AsyncGenerator<void>;
  close(): Promise<void>;
};

type Watcher = () => void;

/** One LISTEN connection for the process, shared by every reader; it reconnects and then wakes everybody once. */
export async function listenForUpdates(url: string): Promise<LiveUpdates> {
  const watchers = new Map<string, Set<Watcher>>();
  let client: pg.Client | null = null;
  let closed = false;

  const wakeAll = () => {
    for (const ofThing of watchers.values()) for (const wake of ofThing) wake();
  };

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    fresh.on("notification", ({ payload = "" }) => {
      for (const wake of watchers.get(payload) ?? []) wake();
    });
    fresh.on("error", () => {});
    try {
      await fresh.connect();
      await fresh.query("LISTEN covenant_live");
    } catch (error) {
      await fresh.end();
      throw error;
    }
    if (closed) return fresh.end();
    // Only a connection that stood is missed when it ends; one that failed is tried again by whoever made it.
    fresh.on("end", () => {
      if (!closed) void reconnect();
    });
    client = fresh;
  }

  async function reconnect(): Promise<void> {
    for (let wait = 100; !closed; wait = Math.min(wait * 2, 5_000)) {
      try {
        await connect();
        return wakeAll();
      } catch {
        await new Promise((resume) => setTimeout(resume, wait));
      }
    }
  }

  await connect();
  return {
    watch: (id, signal) => watch(watchers, id, signal),
    async close() {
      closed = true;
      await client?.end();
    },
  };
}

async function* watch(watchers: Map<string, Set<Watcher>>, id: string, signal: AbortSignal): AsyncGenerator<void> {
  let pending = true;
  let wake: Watcher = () => {};
  const onChange = () => {
    pending = true;
    wake();
  };
  const ofThing = watchers.get(id) ?? new Set();
  watchers.set(id, ofThing.add(onChange));
  const onAbort = () => wake();
  signal.addEventListener("abort", onAbort);
  try {
    while (!signal.aborted) {
      if (pending) {
        pending = false;
        yield;
        continue;
      }
      await new Promise<void>((resume) => {
        wake = resume;
        if (pending || signal.aborted) resume();
      });
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    ofThing.delete(onChange);
    if (ofThing.size === 0) watchers.delete(id);
  }
}
