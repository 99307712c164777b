import { after, type ConductKind, type Danger, duration, type StorefrontId } from "@covenant/domain";
import { type Asks, deciding, placed } from "../asks.ts";
import { civilDateIn, spellDate } from "../civil-date.ts";
import { decide } from "../decide.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { type ForfeitureVerdict, forfeitureFamily, groundOf, terminationFamily } from "./facts.ts";

export type TerminationQuestion = { readonly storefront: StorefrontId; readonly at: Date; readonly danger: Danger };

export type TerminationOutcome = {
  readonly notice: "before" | "none";
  /** When the account is closed. */
  readonly effectiveAt: Date;
};

const closingAsks: Asks<TerminationQuestion> = {
  ...placed("when it is decided"),
  danger: "what speaks against telling beforehand",
};

/** From when on is an account closed: some days after its notice, or at once? */
export const ruleOnTermination = rulingOn(
  { family: terminationFamily, bookIn: ({ termination }) => termination, asks: closingAsks },
  ({ at, danger }: TerminationQuestion, terms): Ruling<TerminationOutcome> => {
    const decision = decide(terms.rules.termination, { danger });
    const { verdict } = decision;
    const effectiveAt = verdict.notice === "before" ? after(at, duration.days(verdict.days)) : at;
    const day = spellDate(civilDateIn(effectiveAt, terms.zone));
    return writeRuling(terms, "termination", decision, {
      outcome: { notice: verdict.notice, effectiveAt },
      outcomeName: verdict.notice === "before" ? "closed with notice" : "closed at once",
      words:
        verdict.notice === "before"
          ? {
              happened: `Your account will be closed on ${day}.`,
              next: "Until then it is suspended: you can sign in, fetch your files, and object.",
            }
          : { happened: `Your account is closed as of ${day}.` },
    });
  },
);

export type ForfeitureQuestion = {
  readonly storefront: StorefrontId;
  readonly at: Date;
  readonly kind: ConductKind;
  readonly mayWithdraw: boolean;
};

export type ForfeitureOutcome = ForfeitureVerdict;

const forfeitureAsks: Asks<ForfeitureQuestion> = {
  ...placed("when it is decided"),
  kind: deciding("what the account did", "ground"),
  mayWithdraw: "whether a purchase can still be withdrawn from",
};

/** What becomes of the unspent credits of an account that is closed? */
export const ruleOnForfeiture = rulingOn(
  { family: forfeitureFamily, bookIn: ({ forfeiture }) => forfeiture, asks: forfeitureAsks },
  ({ kind, mayWithdraw }: ForfeitureQuestion, terms): Ruling<ForfeitureOutcome> => {
    const decision = decide(terms.rules.forfeiture, { ground: groundOf[kind], mayWithdraw });
    const isForfeited = decision.verdict.credits === "forfeited";
    return writeRuling(terms, "termination", decision, {
      outcome: decision.verdict,
      outcomeName: isForfeited ? "credits forfeited" : "credits left",
      words: isForfeited
        ? {
            happened: "The credits that are left when the account is closed are lost, and no money goes back for them.",
          }
        : {
            happened: "The credits that are left when the account is closed are not taken from you.",
            next: "Write to support to get back what you paid for them.",
          },
    });
  },
);
