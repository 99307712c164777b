import type { AppealOffer, AppealOutcome, AppealState } from "@covenant/domain";
import { civilDayText, LinkButton, StatusBadge, TextLink, type Tone } from "@covenant/ui";
import { paths } from "../paths.ts";

type Look = { label: string; tone: Tone };

const stateLooks = {
  received: { label: "Appeal received", tone: "info" },
  looking: { label: "Somebody is looking at your appeal", tone: "info" },
  decided: { label: "Appeal answered", tone: "neutral" },
} as const satisfies Record<AppealState, Look>;

const outcomeLooks = {
  upheld: { label: "Appeal upheld", tone: "ok" },
  rejected: { label: "Appeal rejected", tone: "neutral" },
} as const satisfies Record<AppealOutcome, Look>;

/** How an appeal stands, in a badge. */
export function AppealBadge({ appeal: { state, outcome } }: { appeal: NonNullable<AppealOffer["appeal"]> }) {
  const { label, tone } = outcome === null ? stateLooks[state] : outcomeLooks[outcome];
  return <StatusBadge tone={tone}>{label}</StatusBadge>;
}

/** Beside a decision: one click to appeal it, how the appeal stands, or that its time is over. */
export function AppealLine({ offer }: { offer: AppealOffer }) {
  const { about, appeal, isOpen, until } = offer;
  if (appeal !== null)
    return (
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
        <AppealBadge appeal={appeal} />
        <TextLink href={paths.appeal(about)}>
          {appeal.outcome === null ? "See your appeal" : "Read the answer"}
        </TextLink>
      </p>
    );
  const day = civilDayText(until.slice(0, 10));
  if (!isOpen) return <p className="text-small text-muted">The time to appeal this ended on {day}.</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
      <LinkButton size="small" href={paths.appeal(about)}>
        Appeal this
      </LinkButton>
      Free of charge, until {day}.
    </p>
  );
}
