import { entriesOf, getHold, type HoldRecord, type SqlRunner } from "@covenant/db";
import { type CreditLine, type EntryView, formatCredits, type HoldId } from "@covenant/domain";

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
  release: { kind: "released", sentence: (amount: string) => `${amount} returned. Nothing was charged.` },
  "pay-back": { kind: "paid-back", sentence: (amount: string) => `${amount} paid back.` },
} as const;

/** One line for each kind of movement, however many lots it touched; a part given back on capture is its own line. */
function linesOf(entries: readonly EntryView[]): CreditLine[] {
  const sums = new Map<keyof typeof words, { credits: number; at: string }>();
  for (const entry of entries) {
    const kind = entry.from === "held" && entry.to === "available" ? "release" : entry.kind;
    if (!isWorded(kind)) continue;
    sums.set(kind, { credits: (sums.get(kind)?.credits ?? 0) + entry.credits, at: entry.at });
  }
  return [...sums].map(([kind, { credits, at }]) => ({
    kind: words[kind].kind,
    credits,
    sentence: words[kind].sentence(formatCredits(credits)),
    at,
  }));
}

const isWorded = (kind: string): kind is keyof typeof words => kind in words;

function reviewOf(hold: HoldRecord): CreditLine[] {
  if (hold.state !== "open" || hold.reviewUntil === null) return [];
  const amount = formatCredits(hold.credits);
  const until = new Date(hold.reviewUntil).toUTCString();
  const sentence = `${amount} wait for a person's decision, until ${until} at the latest; then they come back.`;
  return [{ kind: "under-review", credits: hold.credits, sentence, at: null }];
}
