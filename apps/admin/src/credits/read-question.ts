import { type GenerationId, type HoldId, isId, type MemberId, type OrderId } from "@covenant/domain";

/** What was typed into the one field, as a question to the ledger. */
export type LedgerQuestion =
  | { of: "member"; memberId: MemberId }
  | { of: "email"; email: string }
  | { of: "order"; orderId: OrderId }
  | { of: "hold"; holdId: HoldId }
  | { of: "generation"; generationId: GenerationId }
  | { of: "entry"; memberId: MemberId; version: number }
  | { of: "seal"; seal: number }
  | { of: "nothing" };

/** Ids begin with their noun, so what was meant needs no second field. */
export function readQuestion(typed: string): LedgerQuestion {
  const text = typed.trim();
  if (isId("member", text)) return { of: "member", memberId: text };
  if (isId("order", text)) return { of: "order", orderId: text };
  if (isId("hold", text)) return { of: "hold", holdId: text };
  if (isId("generation", text)) return { of: "generation", generationId: text };
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return { of: "email", email: text };
  return readEntry(text) ?? readSeal(text) ?? { of: "nothing" };
}

/** The member's id and the entry's version: `mem_… 12`. */
function readEntry(text: string): LedgerQuestion | null {
  const [, memberId = "", version] = /^(\S+?)[\s#/]+([1-9]\d{0,14})$/.exec(text) ?? [];
  return isId("member", memberId) ? { of: "entry", memberId, version: Number(version) } : null;
}

function readSeal(text: string): LedgerQuestion | null {
  const [, seal] = /^(?:seal\s*#?\s*)?([1-9]\d{0,8})$/i.exec(text) ?? [];
  return seal === undefined ? null : { of: "seal", seal: Number(seal) };
}

/** An entry as it is typed and linked. */
export const entryText = (memberId: MemberId, version: number) => `${memberId} ${version}`;
