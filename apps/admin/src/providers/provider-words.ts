import {
  type AlarmView,
  type BreakerView,
  type KillSwitchKind,
  type KillSwitchPreview,
  type KillSwitchView,
  storefrontNames,
  type UpstreamFigures,
} from "@covenant/domain";
import type { Tone } from "@covenant/ui";

/** The page is live: everything on it is asked again so often. */
export const lookEveryMs = 5_000;

type Shut = { breaker: BreakerView | null; stopped?: KillSwitchView | null };

/** Whether something may be asked now, in a word. */
export function standOf({ breaker, stopped = null }: Shut): { tone: Tone; label: string } {
  if (stopped !== null) return { tone: "bad", label: "Stopped" };
  if (breaker === null) return { tone: "ok", label: "Runs" };
  return Date.parse(breaker.openUntil) > Date.now()
    ? { tone: "bad", label: "Breaker open" }
    : { tone: "warn", label: "One may try" };
}

/** Half of what was delivered took no longer than the first, nineteen of twenty no longer than the second. */
export function tookWords({ p50Seconds, p95Seconds }: Pick<UpstreamFigures, "p50Seconds" | "p95Seconds">): string {
  return p50Seconds === null ? "–" : `${seconds(p50Seconds)}, ${seconds(p95Seconds)}`;
}

/** A time of the last hour, to the tenth; a dash where nothing was delivered. */
function seconds(value: number | null): string {
  return value === null ? "–" : `${value.toFixed(1)} s`;
}

/** Millionths of a dollar, to the cent. */
export function dollars(micro: number): string {
  return `$${(micro / 1_000_000).toFixed(2)}`;
}

/** How many of the attempts that no refusal ended were delivered. */
export function successOf({ delivered, failed }: Pick<UpstreamFigures, "delivered" | "failed">): string {
  const ended = delivered + failed;
  return ended === 0 ? "–" : `${Math.round((100 * delivered) / ended)} %`;
}

const stages = { before: "unsent", atWork: "at work", afterwards: "made", unknown: "not told" } as const;

/** How many were refused, and how far they had come: "3 (2 unsent, 1 made)". */
export function refusedWords({ refused }: Pick<UpstreamFigures, "refused">): string {
  const { before, atWork, afterwards, unknown } = refused;
  const total = before + atWork + afterwards + unknown;
  if (total === 0) return "0";
  const parts = Object.entries(stages).flatMap(([stage, word]) => {
    const count = refused[stage as keyof typeof stages];
    return count === 0 ? [] : [`${figure(count)} ${word}`];
  });
  return `${figure(total)} (${parts.join(", ")})`;
}

/** What is left of what the credits were worth, after the provider's price. */
export function marginOf({ costMicroUsd, earnedMicroUsd }: Pick<UpstreamFigures, "costMicroUsd" | "earnedMicroUsd">) {
  return earnedMicroUsd === 0 ? "–" : `${Math.round((1 - costMicroUsd / earnedMicroUsd) * 100)} %`;
}

export const stopReasons = [
  { value: "unsafe", label: "What it makes is not safe to deliver" },
  { value: "privacy", label: "What members send may not be safe there" },
  { value: "broken", label: "It fails in a way that breakers do not see" },
  { value: "cost", label: "It costs more than it should" },
  { value: "law", label: "The law or a contract asks for it" },
] as const;

const through = {
  provider: "Nothing new is sent to this provider by any process; other routes are used where there are any.",
  model: "This storefront no longer offers the model; others do.",
  storefront: "This storefront generates nothing; members still reach their files, credits and pages.",
} as const satisfies Record<KillSwitchKind, string>;

/** What a stop would meet, once it is counted. */
export function meetsWords(kind: KillSwitchKind, preview: KillSwitchPreview | undefined): string {
  const counted =
    preview === undefined
      ? "Counting what it would meet."
      : `${figure(preview.running)} that run are finished, ${figure(preview.waiting)} that wait end without a charge.`;
  return `${through[kind]} ${counted}`;
}

const figure = (count: number) => count.toLocaleString("en-US");

/** What an alarm says, and what to do about it. */
export function alarmWords({ kind, provider, upstreamModel, models }: AlarmView): { title: string; todo: string } {
  switch (kind) {
    case "model-gone":
      return { title: `${provider} no longer has ${upstreamModel}`, todo: goneWords(models) };
    case "account-refused":
      return {
        title: `${provider} refuses our account`,
        todo: "Look at its key, balance and access. Nothing new is sent there but one attempt from time to time; what runs is delivered.",
      };
    case "orphan":
      return {
        title: `Jobs for ${upstreamModel} may exist at ${provider} that nobody knows the id of`,
        todo: "Look for each in the provider's own console, and say below what you found: credits are held until then.",
      };
  }
}

function goneWords(models: AlarmView["models"]): string {
  const stuck = models.filter(({ otherRoutes }) => otherRoutes === 0);
  const shut = "Its routes are shut for a quarter of an hour at a time.";
  if (stuck.length === 0)
    return `${shut} Requests fall to the routes that are left. Retire the name on the model's page.`;
  const names = stuck.map(({ name, storefront }) => `${name} at ${storefrontNames[storefront]}`).join(", ");
  return `${shut} Nothing else runs ${names}: give it another route, or take it off sale.`;
}
