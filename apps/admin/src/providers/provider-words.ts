import type {
  BreakerView,
  KillSwitchKind,
  KillSwitchPreview,
  KillSwitchView,
  UpstreamModelView,
} from "@covenant/domain";
import type { Tone } from "@covenant/ui";

type Shut = { breaker: BreakerView | null; stopped?: KillSwitchView | null };

/** Whether something may be asked now, in a word. */
export function standOf({ breaker, stopped = null }: Shut): { tone: Tone; label: string } {
  if (stopped !== null) return { tone: "bad", label: "Stopped" };
  if (breaker === null) return { tone: "ok", label: "Runs" };
  return Date.parse(breaker.openUntil) > Date.now()
    ? { tone: "bad", label: "Breaker open" }
    : { tone: "warn", label: "One may try" };
}

/** A time of the last hour, to the tenth; a dash where nothing was delivered. */
export function seconds(value: number | null): string {
  return value === null ? "–" : `${value.toFixed(1)} s`;
}

/** Millionths of a dollar, to the cent. */
export function dollars(micro: number): string {
  return `$${(micro / 1_000_000).toFixed(2)}`;
}

/** What is left of what the credits were worth, after the provider's price. */
export function marginOf({ costMicroUsd, earnedMicroUsd }: Pick<UpstreamModelView, "costMicroUsd" | "earnedMicroUsd">) {
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
