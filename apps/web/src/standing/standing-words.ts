import type { SanctionKind, SanctionView, StrikeView } from "@covenant/domain";
import { dayText } from "@covenant/ui";

/** What a strike weighs now, and until when. */
export function strikeSentence({
  state,
  weight,
  expiresAt,
}: Pick<StrikeView, "state" | "weight" | "expiresAt">): string {
  const day = dayText(expiresAt);
  switch (state) {
    case "pending":
      return `It weighs nothing while it waits for a person; if confirmed, it weighs ${weight} until ${day}.`;
    case "counting":
      return `It weighs ${weight} until it expires on ${day}.`;
    case "void":
      return "It was found wrong and weighs nothing.";
    case "expired":
      return `It expired on ${day}, stays on record, and weighs nothing any more.`;
  }
}

const titles = {
  warning: "A warning",
  limit: "A limit",
  suspension: "A suspension",
  termination: "The closing of your account",
} as const satisfies Record<SanctionKind, string>;

/** `A suspension until 28 November 2026, for fraud`. */
export function sanctionTitle({ kind, endsAt, about }: SanctionView): string {
  const when = endsAt === null ? "" : ` ${kind === "termination" ? "on" : "until"} ${dayText(endsAt)}`;
  return `${titles[kind]}${when}, for ${about}`;
}

/** The limit that holds now, in a sentence; undefined where none does. Of several the one that lasts longest. */
export function limitSentence(sanctions: readonly SanctionView[]): string | undefined {
  const limits = sanctions.filter(({ kind, state }) => kind === "limit" && state === "in-force");
  const [last] = limits.toSorted((one, other) => (other.endsAt ?? "").localeCompare(one.endsAt ?? ""));
  if (last === undefined || last.endsAt === null) return undefined;
  return `Limited to ${last.running} generation at a time until ${dayText(last.endsAt)}, by clause ${last.clause.id}.`;
}

/** The page's heading and the sentence below it. */
export function headingOf(sanctions: readonly SanctionView[], weight: number): { title: string; detail: string } {
  const inForce = sanctions.find(({ state }) => state === "noticed" || state === "in-force");
  if (inForce?.kind === "termination") return { title: "Your account will be closed", detail: canStill };
  if (inForce?.kind === "suspension") return { title: "Your account is suspended", detail: canStill };
  if (inForce?.kind === "limit")
    return { title: "Your account is limited", detail: "Everything else works as before." };
  if (weight > 0) return { title: "Your account works", detail: `The strikes that count weigh ${weight}.` };
  return { title: "Your account is in good standing", detail: "No strike counts against you." };
}

const canStill = "You can read, fetch your files and see your bills. Nothing new can be started.";
