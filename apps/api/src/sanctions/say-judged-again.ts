import type { SanctionKind, StorefrontId } from "@covenant/domain";
import { civilDateIn, spellDate, zoneOf } from "@covenant/policy";
import type { JudgedAgain } from "./plan-judging-again.ts";

const names = {
  warning: "warning",
  limit: "limit",
  suspension: "suspension",
  termination: "closing of the account",
} as const satisfies Record<SanctionKind, string>;

/** What becomes of a sanction that is judged again, in a sentence for its member and for the staff alike. */
export function sayJudgedAgain({ row, instead }: JudgedAgain, at: Date): string {
  const storefront = row.storefront as StorefrontId;
  const day = (end: Date) => spellDate(civilDateIn(end, zoneOf(storefront)));
  const what = `The ${names[row.kind as SanctionKind]} of ${day(row.imposedAt)}`;
  const outcome = instead?.ruling.outcome ?? null;
  if (outcome === null || outcome.sanction === "none") return `${what} ${endWords(row)}.`;
  if (outcome.sanction === "warning") return `${what} ${endWords(row)}; a warning stands in its place.`;
  if (outcome.endsAt === null) throw new Error(`${outcome.sanction} without an end`);
  const end = day(outcome.endsAt);
  const isOver = outcome.endsAt <= at || row.undoneAs === "lifted";
  if (outcome.sanction === row.kind)
    return `${what} ${isOver ? `ends now: it was due until ${end}` : `is shortened: it lasts until ${end}`}.`;
  const other = names[outcome.sanction];
  return `${what} ${endWords(row)}; a ${other} ${isOver ? `that was due until ${end}` : `until ${end}`} stands in its place.`;
}

function endWords({
  kind,
  undoneAt,
  endsAt,
  termination,
}: Pick<JudgedAgain["row"], "kind" | "undoneAt" | "endsAt" | "termination">): string {
  if (kind === "warning") return "is taken back";
  if (termination !== null)
    return termination.carriedOutAt === null ? "is withdrawn" : "is undone, and the account is open again";
  return undoneAt !== null || endsAt === null ? "is taken off the record" : "is lifted";
}

/** What becomes of a sanction whose own decision was wrong. */
export function saySanctionUndone(
  row: Pick<JudgedAgain["row"], "kind" | "undoneAt" | "endsAt" | "termination" | "imposedAt" | "storefront">,
): string {
  const day = spellDate(civilDateIn(row.imposedAt, zoneOf(row.storefront as StorefrontId)));
  return `The ${names[row.kind as SanctionKind]} of ${day} ${endWords(row)}.`;
}
