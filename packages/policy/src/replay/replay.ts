import type { StorefrontId } from "@covenant/domain";
import type { ClauseId } from "../clause.ts";
import type { TermsVersion } from "../packs/pack.ts";
import type { Ruling } from "../ruling.ts";
import { findTerms } from "../terms-in-force.ts";
import { askerOf, type RuledAgain } from "./ask-again.ts";
import { UnreadableFacts } from "./reader.ts";

/** A ruling as it is stored. */
export type StoredRuling = {
  readonly id: string;
  readonly storefront: StorefrontId;
  readonly question: string;
  readonly termsVersion: string;
  /** Facts and answer as JSON. */
  readonly facts: unknown;
  readonly answer: unknown;
  readonly memberId: string | null;
  readonly generationId: string | null;
  /** What the generation it is about cost; null where it is about none. */
  readonly cost: number | null;
};

export type FlipExample = Pick<StoredRuling, "id" | "memberId" | "generationId">;

/** Rulings that would have come out differently in one way: the same question, clauses and outcomes, before and after. */
export type FlipGroup = {
  readonly question: string;
  readonly before: { readonly outcome: string; readonly clauses: readonly ClauseId[] };
  readonly after: { readonly outcome: string; readonly clauses: readonly ClauseId[] };
  /** What of the outcome differs: `expires after days 180 → 120`; of instants and the like only the name. */
  readonly differs: readonly string[];
  readonly rulings: number;
  readonly members: number;
  /** Credits that members would have had more, and fewer, right after these rulings. */
  readonly creditsMore: number;
  readonly creditsFewer: number;
  /** The first few, one for each member. */
  readonly examples: readonly FlipExample[];
};

/** Rulings that could not be held against the other terms, and why. */
export type Unreplayed = {
  readonly question: string;
  readonly why: string;
  readonly rulings: number;
  readonly examples: readonly FlipExample[];
};

export type ReplayReport = {
  readonly storefront: StorefrontId;
  readonly version: string;
  readonly read: number;
  readonly same: number;
  readonly flipped: number;
  readonly unreplayed: number;
  readonly members: number;
  readonly creditsMore: number;
  readonly creditsFewer: number;
  /** The most frequent first. */
  readonly flips: readonly FlipGroup[];
  readonly notReplayed: readonly Unreplayed[];
};

const examplesShown = 5;

type Tally = { rulings: number; members: Set<string>; more: number; fewer: number; examples: FlipExample[] };
type Flip = Pick<FlipGroup, "question" | "before" | "after" | "differs">;

/**
 * Holds stored rulings against other terms, one after the other: would they have been the same? What a ruling was is
 * worked out anew from its facts under its own terms as well, so that only the terms make a difference; one that does not
 * come out as it is stored is named and not counted as a flip. Each ruling is taken by itself: what follows from it
 * (a review that would never have been asked for) is not.
 */
export function startReplay(terms: TermsVersion) {
  const flips = new Map<string, Tally & { readonly flip: Flip }>();
  const unreplayed = new Map<string, Tally & { readonly question: string; readonly why: string }>();
  const all = emptyTally();
  let same = 0;
  return {
    /** Throws a `RangeError` for a ruling of another storefront. */
    add(ruling: StoredRuling): void {
      if (ruling.storefront !== terms.storefront) throw new RangeError(`${ruling.id} is of ${ruling.storefront}`);
      const held = hold(ruling, terms);
      if (held.is === "same") same += 1;
      else if (held.is === "unreplayed") {
        const key = `${ruling.question} ${held.why}`;
        count(tallyAt(unreplayed, key, { question: ruling.question, why: held.why }), ruling, 0);
      } else {
        count(tallyAt(flips, JSON.stringify(held.flip), { flip: held.flip }), ruling, held.credits);
        count(all, ruling, held.credits);
      }
    },
    report(): ReplayReport {
      const notReplayed = [...unreplayed.values()];
      const missed = notReplayed.reduce((sum, { rulings }) => sum + rulings, 0);
      return {
        storefront: terms.storefront,
        version: terms.version,
        read: same + all.rulings + missed,
        same,
        flipped: all.rulings,
        unreplayed: missed,
        members: all.members.size,
        creditsMore: all.more,
        creditsFewer: all.fewer,
        flips: [...flips.values()]
          .toSorted((a, b) => b.rulings - a.rulings)
          .map(({ flip, rulings, members, more, fewer, examples }) => ({
            ...flip,
            rulings,
            members: members.size,
            creditsMore: more,
            creditsFewer: fewer,
            examples,
          })),
        notReplayed: notReplayed.map(({ question, why, rulings, examples }) => ({ question, why, rulings, examples })),
      };
    },
  };
}

type Held =
  | { readonly is: "same" }
  | { readonly is: "unreplayed"; readonly why: string }
  | { readonly is: "flipped"; readonly flip: Flip; readonly credits: number };

function hold(stored: StoredRuling, terms: TermsVersion): Held {
  const ask = askerOf(stored.question);
  if ("why" in ask) return { is: "unreplayed", why: ask.why };
  const own = findTerms(stored.storefront, stored.termsVersion);
  if (own === null) return { is: "unreplayed", why: `there are no terms of ${stored.termsVersion}` };
  try {
    const rule = ask(stored.facts, stored.cost ?? 0);
    const [was, would] = [rule(own), rule(terms)];
    if (!isSame(was.ruling.outcome, stored.answer))
      return { is: "unreplayed", why: "its own terms rule otherwise today than they did then" };
    return compare(stored.question, was, would);
  } catch (fault) {
    // Facts that nobody can read, or that the rules of today call impossible, are said and not guessed at.
    if (fault instanceof UnreadableFacts || fault instanceof RangeError)
      return { is: "unreplayed", why: fault.message };
    throw fault;
  }
}

function compare(question: string, was: RuledAgain, would: RuledAgain): Held {
  if (isSame(was.ruling.outcome, would.ruling.outcome)) return { is: "same" };
  const differs = differencesOf(was.ruling.outcome, would.ruling.outcome);
  const flip = { question, before: sideOf(was.ruling), after: sideOf(would.ruling), differs };
  return { is: "flipped", flip, credits: would.credits - was.credits };
}

function sideOf({ outcomeName, clauses }: Ruling<unknown>): Flip["before"] {
  return { outcome: outcomeName, clauses: clauses.map(({ id }) => id) };
}

/** The parts of two outcomes that differ, by name. */
function differencesOf(was: unknown, would: unknown): string[] {
  const [before, after] = [partsOf(was), partsOf(would)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => !isSame(before.get(name), after.get(name)))
    .map((name) => [wordsOf(name), valuesOf(before.get(name), after.get(name))].join(" ").trim());
}

function partsOf(outcome: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof outcome === "object" && outcome !== null ? Object.entries(outcome) : []);
}

/** `expiresAfterDays` as `expires after days`. */
function wordsOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function valuesOf(before: unknown, after: unknown): string {
  const isPlain = (value: unknown) => ["string", "number", "boolean", "undefined"].includes(typeof value);
  return isPlain(before) && isPlain(after) ? `${before ?? "none"} → ${after ?? "none"}` : "";
}

function emptyTally(): Tally {
  return { rulings: 0, members: new Set(), more: 0, fewer: 0, examples: [] };
}

function tallyAt<K extends object>(tallies: Map<string, Tally & K>, key: string, of: K): Tally & K {
  const tally = tallies.get(key) ?? { ...emptyTally(), ...of };
  tallies.set(key, tally);
  return tally;
}

function count(tally: Tally, { id, memberId, generationId }: StoredRuling, credits: number): void {
  tally.rulings += 1;
  if (memberId !== null) tally.members.add(memberId);
  tally.more += Math.max(0, credits);
  tally.fewer += Math.max(0, -credits);
  const isNamed = memberId !== null && tally.examples.some((each) => each.memberId === memberId);
  if (!isNamed && tally.examples.length < examplesShown) tally.examples.push({ id, memberId, generationId });
}

/** Whether two values are the same as JSON: an instant is its text, and what is undefined is not there. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (one instanceof Date) return isSame(one.toISOString(), other);
  if (other instanceof Date) return isSame(one, other.toISOString());
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  return isCovered(one, other) && isCovered(other, one);
}

/** Whether everything that is in one is the same in the other. */
function isCovered(one: object, other: object): boolean {
  for (const name of Object.keys(one)) {
    const part: unknown = Reflect.get(one, name);
    if (part !== undefined && !isSame(part, Object.hasOwn(other, name) ? Reflect.get(other, name) : undefined))
      return false;
  }
  return true;
}
