/** The ledger in arrays, without a journal, a lock or SQL: what the tests compare the real one with. */
const places = [
  ...([
    "available",
    "held",
    "frozen",
    "spent",
    "expired",
    "reclaimed",
    "forfeited",
    "chargedBack",
    "adjusted",
  ] as const),
];
export type Place = (typeof places)[number];
export type ModelLot = {
  id: string;
  orderId: string | null;
  due: number;
  dispute: "open" | "lost" | null;
} & Record<Place, number>;
type Portion = { lot: ModelLot; credits: number };
export type ModelHold = { id: string; state: "open" | "captured" | "released"; held: Portion[]; captured: Portion[] };

/** A verb that finds too little: what the real one refuses or answers with. */
export class TooFew extends Error {
  readonly available: number;
  constructor(available: number) {
    super(`only ${available}`);
    this.available = available;
  }
}
/** A verb that makes no sense now, which the real one fails at. */
export class Senseless extends Error {}

const mayFollow = {
  freeze: ["open", null],
  unfreeze: ["open", null],
  chargeback: ["open", "lost"],
  unchargeback: ["lost", null],
} as const;
const disputeAfter = { freeze: "open", unfreeze: null, chargeback: "lost", unchargeback: null } as const;
const frozenBy = {
  freeze: "available",
  unfreeze: "frozen",
  chargeback: "frozen",
  unchargeback: "chargedBack",
} as const;
export type DisputeVerb = keyof typeof mayFollow;

/** Each verb answers how many credits it moved. A grace is a time; -Infinity is none. */
export class ReferenceModel {
  readonly lots: ModelLot[] = [];
  readonly holds: ModelHold[] = [];
  /** Counts entries: one for each lot touched, one for each verb that moved nothing. */
  version = 0;
  now = 0;
  isClosed = false;

  balance() {
    const total = (place: Place) => this.lots.reduce((sum, lot) => sum + lot[place], 0);
    return { version: this.version, available: total("available"), held: total("held"), frozen: total("frozen") };
  }

  grant(lot: { id: string; orderId: string | null; credits: number; due: number }): number {
    if (this.isClosed) throw new Senseless("closed");
    this.expireDue();
    const empty = Object.fromEntries(places.map((place) => [place, 0])) as Record<Place, number>;
    const arrived = lot.due > this.now ? "available" : "expired";
    const { id, orderId, due, credits } = lot;
    this.lots.push({ id, orderId, due, dispute: null, ...empty, [arrived]: credits });
    this.version += 1;
    return credits;
  }

  hold(id: string, credits: number): number {
    this.expireDue();
    const held = this.burn(credits).map((portion) => this.move(portion, "available", "held"));
    this.holds.push({ id, state: "open", held, captured: [] });
    return credits;
  }

  adjust(credits: number): number {
    const portions = this.burn(credits);
    this.expireDue();
    for (const portion of portions) this.move(portion, "available", "adjusted");
    return credits;
  }

  /** Captures a part of an open hold, from nothing to all, and gives the rest back. */
  resolve(hold: ModelHold, credits: number, grace: number): number {
    this.expireDue();
    let left = credits;
    for (const { lot, credits: held } of hold.held) {
      const spent = Math.min(held, left);
      left -= spent;
      if (spent > 0) hold.captured.push(this.move({ lot, credits: spent }, "held", "spent"));
      if (held > spent) this.giveBack({ lot, credits: held - spent }, "held", grace);
    }
    hold.state = credits > 0 ? "captured" : "released";
    return sumOf(hold.held);
  }

  review(): number {
    this.expireDue();
    this.version += 1;
    return 0;
  }

  payBack(hold: ModelHold, credits: number, grace: number): number {
    this.expireDue();
    let missing = credits;
    for (const portion of [...hold.captured].reverse()) {
      const returned = Math.min(portion.credits, missing);
      if (returned === 0) continue;
      portion.credits -= returned;
      missing -= returned;
      this.giveBack({ lot: portion.lot, credits: returned }, "spent", grace);
    }
    return credits;
  }

  reclaim(orderId: string, credits: number | null): number {
    const portions = this.takeFrom(this.lotsOf(orderId), "available", credits);
    this.expireDue();
    return this.record(portions, (portion) => this.move(portion, "available", "reclaimed"));
  }

  unreclaim(orderId: string, credits: number | null, grace: number): number {
    const portions = this.takeFrom(this.lotsOf(orderId), "reclaimed", credits);
    this.expireDue();
    return this.record(portions, (portion) => this.giveBack(portion, "reclaimed", grace));
  }

  dispute(verb: DisputeVerb, orderId: string, grace: number): number {
    const lots = this.lotsOf(orderId);
    if (lots.some((lot) => !mayFollow[verb].some((dispute) => dispute === lot.dispute))) throw new Senseless(verb);
    this.expireDue();
    const place = frozenBy[verb];
    const portions = this.takeFrom(lots, place, null);
    for (const lot of lots) lot.dispute = disputeAfter[verb];
    if (verb === "freeze") return this.record(portions, (portion) => this.move(portion, place, "frozen"));
    if (verb === "chargeback") return this.record(portions, (portion) => this.move(portion, place, "chargedBack"));
    return this.record(portions, (portion) => this.giveBack(portion, place, grace));
  }

  forfeit(): number {
    this.expireDue();
    let taken = 0;
    for (const place of ["available", "frozen"] as const) {
      for (const portion of this.takeFrom(this.lots, place, null)) {
        taken += this.move(portion, place, "forfeited").credits;
      }
    }
    this.version += 1;
    this.isClosed = true;
    return taken;
  }

  restore(grace: number): number {
    this.expireDue();
    this.isClosed = false;
    const portions = this.takeFrom(this.lots, "forfeited", null);
    return this.record(portions, (portion) => this.giveBack(portion, "forfeited", grace));
  }

  expireDue(): number {
    const due = this.lots.filter((lot) => lot.due <= this.now && lot.available > 0);
    const portions = due.map((lot) => ({ lot, credits: lot.available }));
    for (const portion of portions) this.move(portion, "available", "expired");
    return sumOf(portions);
  }

  lotsOf(orderId: string): ModelLot[] {
    return this.lots.filter((lot) => lot.orderId === orderId);
  }

  /** What a hold would take, soonest due first. The sort is stable: lots due together stay in the order of their grants. */
  private burn(credits: number): Portion[] {
    return this.takeFrom(
      [...this.lots].sort((one, other) => compare(one.due, other.due)),
      "available",
      credits,
    );
  }

  /** What a place of these lots has, or the first so many credits of it. Credits that are due are not available. */
  private takeFrom(lots: ModelLot[], place: Place, credits: number | null): Portion[] {
    const there = lots
      .filter((lot) => place !== "available" || lot.due > this.now)
      .map((lot) => ({ lot, credits: lot[place] }));
    let missing = credits ?? sumOf(there);
    if (missing > sumOf(there)) throw new TooFew(sumOf(there));
    return there
      .map(({ lot, credits: has }) => {
        const taken = Math.min(has, missing);
        missing -= taken;
        return { lot, credits: taken };
      })
      .filter((portion) => portion.credits > 0);
  }

  private record(portions: Portion[], move: (portion: Portion) => unknown): number {
    if (portions.length === 0) this.version += 1;
    for (const portion of portions) move(portion);
    return sumOf(portions);
  }

  private giveBack(portion: Portion, from: Place, grace: number): void {
    const { lot } = portion;
    const to = this.wayBack(lot, grace);
    if (to === "available") lot.due = Math.max(lot.due, grace);
    this.move(portion, from, to);
  }

  private wayBack(lot: ModelLot, grace: number): Place {
    if (this.isClosed) return "forfeited";
    if (lot.dispute !== null) return lot.dispute === "open" ? "frozen" : "chargedBack";
    return Math.max(lot.due, grace) <= this.now ? "expired" : "available";
  }

  private move(portion: Portion, from: Place, to: Place): Portion {
    portion.lot[from] -= portion.credits;
    portion.lot[to] += portion.credits;
    this.version += 1;
    return portion;
  }
}

function sumOf(portions: { credits: number }[]): number {
  return portions.reduce((total, portion) => total + portion.credits, 0);
}

/** Two endless lots are due together, although `Infinity - Infinity` is not a number. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
