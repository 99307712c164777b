import { entriesOf, getHold, type HoldRecord, type SqlRunner } from "@covenant/db";
import { type Bucket, type CreditLine, type EntryView, formatCredits, type HoldId } from "@covenant/domain";
import { spellMoment } from "@covenant/policy";

/** What happened to a generation's credits, in sentences made of its ledger entries and of nothing else. */
export async function creditLinesOf(
  db: SqlRunner,
  { id, holdId }: { id: string; holdId: string | null },
): Promise<{ lines: CreditLine[]; entries: EntryView[] }> {
  if (holdId === null) return { lines: [noHold], entries: [] };
  const [entries, hold] = await Promise.all([entriesOf(db, id), getHold(db, holdId as HoldId)]);
  return { lines: [...linesOf(entries), ...reviewOf(hold)], entries };
}

const noHold: CreditLine = {
  kind: "none",
  credits: 0,
  sentence: "No credits were set aside, so nothing was charged.",
  at: null,
};

const words = {
  hold: { kind: "held", sentence: (amount: string) => `${amount} set aside.` },
  capture: { kind: "captured", sentence: (amount: string) => `${amount} charged.` },
  release: { kind: "released", sentence: (amount: string) => `${amount} returned.` },
  "pay-back": { kind: "paid-back", sentence: (amount: string) => `${amount} paid back.` },
} as const;

/** Credits that come back go where their lot and wallet say, which is not always to the member. */
const elsewhere: Partial<Record<Bucket, string>> = {
  expired: "They expired with the purchase they came from, whose time was over.",
  frozen: "They are set aside with the purchase they came from, whose payment is disputed.",
  "charged-back": "They are gone with the purchase they came from, whose payment was taken back.",
  forfeited: "They were forfeited with the rest of the balance.",
};

/**
 * One line for each kind of movement and where it led, however many lots it touched; a part given back on capture is its
 * own line.
 */
export function linesOf(entries: readonly EntryView[]): CreditLine[] {
  const lines = new Map<string, { entry: EntryView; credits: number }>();
  for (const entry of entries) {
    const movement = `${entry.kind} ${entry.to}`;
    lines.set(movement, { entry, credits: (lines.get(movement)?.credits ?? 0) + entry.credits });
  }
  const isCharged = entries.some(({ kind }) => kind === "capture");
  return [...lines.values()].flatMap(({ entry, credits }) => lineOf(entry, credits, isCharged));
}

function lineOf({ kind, to, at }: EntryView, credits: number, isCharged: boolean): CreditLine[] {
  if (!isWorded(kind)) return [];
  const nothing = kind === "release" && !isCharged && "Nothing was charged.";
  const sentence = [words[kind].sentence(formatCredits(credits)), nothing, elsewhere[to]].filter(Boolean).join(" ");
  return [{ kind: words[kind].kind, credits, sentence, at }];
}

const isWorded = (kind: string): kind is keyof typeof words => kind in words;

function reviewOf(hold: HoldRecord): CreditLine[] {
  if (hold.state !== "open" || hold.reviewUntil === null) return [];
  const amount = formatCredits(hold.credits);
  const until = spellMoment(new Date(hold.reviewUntil), "UTC");
  const sentence = `${amount} wait for a person's decision, until ${until} at the latest; then they come back.`;
  return [{ kind: "under-review", credits: hold.credits, sentence, at: null }];
}
