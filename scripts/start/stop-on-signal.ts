/** A Ctrl-C reaches this process more than once: from the terminal and from each parent that passes it on. */
const sameKeypressMs = 1_000;

/**
 * Resolves at the first request to stop (Ctrl-C, a closed terminal, a SIGTERM). A later one means "now":
 * `atOnce` runs, and the process exits.
 */
export function stopRequest(atOnce: () => void): Promise<NodeJS.Signals> {
  return new Promise((requested) => {
    let firstAt: number | undefined;
    const onSignal = (signal: NodeJS.Signals) => {
      const now = performance.now();
      firstAt ??= now;
      requested(signal);
      if (now - firstAt < sameKeypressMs) return;
      atOnce();
      process.exit(130);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  });
}
