/** The ledger in arrays, without a journal, a lock or SQL: what the tests compare the real one with. */
export type ModelLot = { id: string; due: number; available: number; held: number; spent: number; expired: number };
type Portion = { lot: ModelLot; credits: number };
export type ModelHold = { id: string; state: "open" | "captured" | "released"; held: Portion[]; captured: Portion[] };

export class ReferenceModel {
  readonly lots: ModelLot[] = [];
  readonly holds: ModelHold[] = [];
  /** Counts movements, one for each lot touched. */
  version = 0;
  now = 0;

  balance() {
    const total = (bucket: "available" | "held") => this.lots.reduce((sum, lot) => sum + lot[bucket], 0);
    return { version: this.version, available: total("available"), held: total("held") };
  }

  grant(id: string, credits: number, due: number): void {
    this.expireDue();
    const isDue = due <= this.now;
    this.lots.push({ id, due, available: isDue ? 0 : credits, held: 0, spent: 0, expired: isDue ? credits : 0 });
    this.version += 1;
  }

  /** Whether there was enough. */
  hold(id: string, credits: number): boolean {
    this.expireDue();
    if (this.balance().available < credits) return false;
    const held: Portion[] = [];
    let missing = credits;
    // The sort is stable, so lots due together stay in the order they were granted in.
    for (const lot of [...this.lots].sort((one, other) => compare(one.due, other.due))) {
      const taken = Math.min(lot.available, missing);
      if (taken === 0) continue;
      this.move(lot, "available", "held", taken);
      held.push({ lot, credits: taken });
      missing -= taken;
    }
    this.holds.push({ id, state: "open", held, captured: [] });
    return true;
  }

  resolve(hold: ModelHold, credits: number, grace: number): void {
    this.expireDue();
    let left = credits;
    for (const portion of hold.held) {
      const spent = Math.min(portion.credits, left);
      left -= spent;
      if (spent > 0) {
        this.move(portion.lot, "held", "spent", spent);
        hold.captured.push({ lot: portion.lot, credits: spent });
      }
      if (portion.credits > spent) this.giveBack(portion.lot, "held", portion.credits - spent, grace);
    }
    hold.state = credits > 0 ? "captured" : "released";
  }

  payBack(hold: ModelHold, credits: number, grace: number): void {
    this.expireDue();
    let missing = credits;
    for (const portion of [...hold.captured].reverse()) {
      const returned = Math.min(portion.credits, missing);
      if (returned === 0) continue;
      portion.credits -= returned;
      missing -= returned;
      this.giveBack(portion.lot, "spent", returned, grace);
    }
  }

  expireDue(): void {
    for (const lot of this.lots) {
      if (lot.due <= this.now && lot.available > 0) this.move(lot, "available", "expired", lot.available);
    }
  }

  private giveBack(lot: ModelLot, from: "held" | "spent", credits: number, grace: number): void {
    const due = Math.max(lot.due, grace);
    if (due > this.now) lot.due = due;
    this.move(lot, from, due > this.now ? "available" : "expired", credits);
  }

  private move(lot: ModelLot, from: keyof Buckets, to: keyof Buckets, credits: number): void {
    lot[from] -= credits;
    lot[to] += credits;
    this.version += 1;
  }
}

type Buckets = Omit<ModelLot, "id" | "due">;

/** Two endless lots are due together, although `Infinity - Infinity` is not a number. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
