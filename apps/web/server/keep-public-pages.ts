import { setTimeout } from "node:timers/promises";
import type { PublicFacts } from "../src/render-public-pages.tsx";

/**
 * How soon a page tells what has changed at the api, how soon an api that did not answer is asked again, and after how many
 * such times a word is said: an api that starts together with this server needs a few.
 */
const defaultPace = { everyMs: 30_000, againMs: 1_000, patience: 15 };

export type PublicPage = { storefront: PublicFacts["storefront"]; html: string };

type Work = {
  hosts: readonly string[];
  read(host: string): Promise<PublicFacts>;
  render(facts: PublicFacts): Promise<ReadonlyMap<string, string>>;
  pace?: typeof defaultPace;
};

/**
 * Keeps every storefront's public pages ready, rendered at once and again when what they show has changed. While the api
 * does not answer, what was rendered last stays.
 */
export function keepPublicPages({ hosts, read, render, pace = defaultPace }: Work) {
  const kept = new Map<string, { told: string; facts: PublicFacts; pages: ReadonlyMap<string, string> }>();
  const stopped = new AbortController();
  for (const host of hosts) void keep(host);

  async function keep(host: string): Promise<void> {
    let failures = 0;
    while (!stopped.signal.aborted) {
      const trouble = await refresh(host).then(() => null, String);
      failures = trouble === null ? 0 : failures + 1;
      if (failures === pace.patience) console.error(`Public pages of ${host} cannot be renewed: ${trouble}`);
      await wait(failures === 0 ? pace.everyMs : pace.againMs);
    }
  }

  async function refresh(host: string): Promise<void> {
    const facts = await read(host);
    const told = JSON.stringify(facts);
    if (kept.get(host)?.told !== told) kept.set(host, { told, facts, pages: await render(facts) });
  }

  function wait(ms: number): Promise<void> {
    return setTimeout(ms, undefined, { signal: stopped.signal, ref: false }).catch(() => {});
  }

  return {
    /** The page at a path; null where there is none, and before its storefront has been rendered for the first time. */
    find(host: string, path: string): PublicPage | null {
      const found = kept.get(host);
      const html = found?.pages.get(path);
      return found === undefined || html === undefined ? null : { storefront: found.facts.storefront, html };
    },
    /** Whether a path is known to be no page: all that is under /legal is rendered here, or does not exist. */
    lacks(host: string, path: string): boolean {
      const pages = kept.get(host)?.pages;
      return path.startsWith("/legal/") && pages !== undefined && !pages.has(path);
    },
    stop: () => stopped.abort(),
  };
}
