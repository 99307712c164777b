import type { WebRouter } from "@covenant/api/web-router";
import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";

/** What the api sends on a stream, in the library's framing. */
const events = ["connected", "ping", "message", "serialized-error", "return"] as const;
type Ears = Record<(typeof events)[number], (heard: unknown) => void> & { refused: () => void };

/** The code of faults that pass. The api hangs up after one, and the browser dials again by itself. */
const passingFault = -32603;

/**
 * Subscriptions over the browser's own EventSource. The library's link does the same and would add 2 kB to every page for
 * the sake of two.
 */
export function streamLink(url: string): TRPCLink<WebRouter> {
  return () =>
    ({ op: { path, input } }) =>
      observable((observer) =>
        listen(`${url}/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, {
          connected: () => observer.next({ result: { type: "started" } }),
          ping: () => {},
          message: (data) => observer.next({ result: { data } }),
          "serialized-error": (error) => {
            const failure = TRPCClientError.from<WebRouter>({ error } as never);
            if (failure.shape?.code !== passingFault) observer.error(failure);
          },
          return: () => observer.complete(),
          refused: () => observer.error(TRPCClientError.from(new Error("The stream was refused."))),
        }),
      );
}

/** Listens until the returned function is called. A line that is silent for longer than the api allows is dialled anew. */
function listen(address: string, ears: Ears): () => void {
  let source = dial();
  let silence: ReturnType<typeof setTimeout> | undefined;
  let silentAtMostMs: number | null = null;

  function dial(): EventSource {
    const line = new EventSource(address);
    for (const name of events) {
      line.addEventListener(name, ({ data }: MessageEvent<string>) => {
        const heard: unknown = data === "" ? null : JSON.parse(data);
        if (name === "connected") silentAtMostMs = allowedSilenceOf(heard);
        waitForSilence();
        ears[name](heard);
      });
    }
    line.addEventListener("error", () => {
      if (line.readyState === EventSource.CLOSED) ears.refused();
    });
    return line;
  }

  function waitForSilence(): void {
    clearTimeout(silence);
    if (silentAtMostMs !== null) silence = setTimeout(dialAnew, silentAtMostMs);
  }

  function dialAnew(): void {
    source.close();
    source = dial();
  }

  return () => {
    clearTimeout(silence);
    source.close();
  };
}

/** The api tells with `connected` after how much silence it should be taken for dead. */
function allowedSilenceOf(told: unknown): number | null {
  const isTold = typeof told === "object" && told !== null && "reconnectAfterInactivityMs" in told;
  return isTold ? Number(told.reconnectAfterInactivityMs) : null;
}
