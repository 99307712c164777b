import {
  type BarSource,
  type CaseKind,
  type CasePicture,
  type CaseState,
  type CaseSummary,
  categoryLabels,
  conductLabels,
  type RulingView,
  type Signal,
  type ViolationCategory,
} from "@covenant/domain";
import type { Tone } from "@covenant/ui";

type Look = { label: string; tone: Tone };
export type Outcome = NonNullable<CaseSummary["outcome"]>;

export const caseLooks = {
  open: { label: "Open", tone: "info" },
  claimed: { label: "Claimed", tone: "info" },
  decided: { label: "Decided", tone: "neutral" },
  closed: { label: "Closed", tone: "neutral" },
} as const satisfies Record<CaseState, Look>;

export const outcomeLooks = {
  confirmed: { label: "Breach confirmed", tone: "bad" },
  overturned: { label: "Overturned", tone: "ok" },
  closed: { label: "Closed", tone: "neutral" },
  suspected: { label: "Suspended on suspicion", tone: "bad" },
  dismissed: { label: "Dismissed", tone: "ok" },
} as const satisfies Record<Outcome, Look>;

export const signalSources = {
  screening: "Our screening",
  moderation: "Moderation model",
  upstream: "Model provider",
  imprint: "A barred picture",
} as const satisfies Record<Signal["source"], string>;

export const pictureTitles = {
  result: "A result",
  upload: "The file the member gave",
  withheld: "A result that was withheld",
} as const satisfies Record<CasePicture["is"], string>;

export const barSourceTitles = {
  moderator: "What a moderator found",
  takedown: "Somebody's claim on it",
} as const satisfies Record<BarSource, string>;

export const questionTitles = {
  admission: "May it start",
  promptScreening: "Is it allowed",
  settlement: "Who pays",
  retention: "How long the files live",
  sanction: "Does it count against the member",
  appeal: "Review and appeal",
  orderRefund: "Does money go back",
  cancellation: "When a subscription ends",
  priceChange: "What a new price asks for",
  creditExpiry: "When credits expire",
  takedownNotice: "What happens on a notice",
  counterNotice: "What happens on a counter-notice",
  dataRequest: "What is done on a request about data",
  supportDeadline: "When support answers",
  liabilityCap: "What can be owed for a loss",
  termsAcceptance: "Which terms hold",
  conduct: "Whether conduct breaks the rules",
  ladder: "What follows for the account",
  suspensionNotice: "How the member is told",
  termination: "How the account is closed",
} as const satisfies Record<RulingView["question"], string>;

/** What kinds of case there are, for a filter; a prompt's case is headed by its category. */
export const kindTitles = {
  prompt: "A request",
  shortfall: "Money gone for used credits",
  "fraud-warning": "A bank warns of fraud",
  account: "An account",
} as const satisfies Record<CaseKind, string>;

/** A case as a heading. */
export function caseTitle({ kind, category, conduct }: Pick<CaseSummary, "kind" | "category" | "conduct">): string {
  if (conduct !== null) return `Account: ${conductLabels[conduct]}`;
  return kind === "prompt" ? categoryTitle(category) : kindTitles[kind];
}

/** A category as a heading; null is a voice that said no without saying why. */
export function categoryTitle(category: ViolationCategory | null): string {
  const label = category === null ? "flagged without a category" : categoryLabels[category];
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** How sure a signal is, `0.934` as "93 %". */
export function percentOf(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
}
