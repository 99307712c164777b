import { assert, property, subarray } from "fast-check";
import { describe, expect, it } from "vitest";
import { answerAdmission } from "./admission/answer-admission.ts";
import { ruleOnAdmission } from "./admission/rule-on-admission.ts";
import type { Answered } from "./answered.ts";
import { ruleOnAppeal } from "./appeals/rule-on-appeal.ts";
import { ruleOnReconsideration } from "./appeals/rule-on-reconsideration.ts";
import type { Ask, Told } from "./asks.ts";
import { ruleOnCancellation } from "./cancellations/rule-on-cancellation.ts";
import { ruleOnSuspensionNotice } from "./closing/rule-on-suspension-notice.ts";
import { ruleOnForfeiture, ruleOnTermination } from "./closing/rule-on-termination.ts";
import { factsRead } from "./condition.ts";
import { ruleOnConduct } from "./conduct/rule-on-conduct.ts";
import { ruleOnPattern } from "./conduct/rule-on-pattern.ts";
import { ruleOnCreditExpiry } from "./credit-expiry/rule-on-credit-expiry.ts";
import { ruleOnGrace } from "./credit-expiry/rule-on-grace.ts";
import { ruleOnDataRequest } from "./data-requests/rule-on-data-request.ts";
import { decide } from "./decide.ts";
import { ruleOnLadder } from "./ladder/rule-on-ladder.ts";
import { visitFamilies } from "./laws/lawful-books.ts";
import { ruleOnLiabilityCap } from "./liability/rule-on-liability-cap.ts";
import { answerOrderRefund } from "./order-refunds/answer-order-refund.ts";
import { asked as refundAsked } from "./order-refunds/asked-refund.ts";
import { ruleOnOrderRefund } from "./order-refunds/rule-on-order-refund.ts";
import type { PackRules } from "./packs/pack.ts";
import { packs } from "./packs/packs.ts";
import { ruleOnPriceChange } from "./price-changes/rule-on-price-change.ts";
import { ruleOnRetention } from "./retention/rule-on-retention.ts";
import { ruleOnLapsedReview } from "./reviews/rule-on-lapsed-review.ts";
import { ruleOnReview } from "./reviews/rule-on-review.ts";
import { UnknownFact } from "./rule-index.ts";
import { FactsNeeded, type Ruler } from "./ruling-on.ts";
import { ruleOnSanction } from "./sanctions/rule-on-sanction.ts";
import { ruleOnPrompt } from "./screening/rule-on-prompt.ts";
import { ruleOnSettlement } from "./settlement/rule-on-settlement.ts";
import { ruleOnSupportDeadline } from "./support/rule-on-support-deadline.ts";
import { counterElements } from "./takedowns/counter-facts.ts";
import { elementsAskedFor } from "./takedowns/notice-facts.ts";
import { ruleOnCounterNotice } from "./takedowns/rule-on-counter-notice.ts";
import { ruleOnTakedownNotice } from "./takedowns/rule-on-notice.ts";
import { ruleOnTermsAcceptance } from "./terms-acceptance/rule-on-terms-acceptance.ts";
import { ruleOnTermsNotice } from "./terms-acceptance/rule-on-terms-notice.ts";

const storefront = "image-ai-run";
const at = new Date("2026-11-21T10:00:00.000Z");
const day = new Date("2026-11-01T10:00:00.000Z");
const member = {
  storefront,
  at,
  acceptedTermsVersion: "2026-05-21",
  emailConfirmed: true,
  suspendedUntil: null,
  closesAt: null,
  membership: { state: "active", pastDueSince: null, paidUntil: at },
  bornOn: "1990-01-01",
  country: "DE",
} as const;
const notice = Object.fromEntries(elementsAskedFor.copyright.map((element) => [element, true]));
const counter = Object.fromEntries(counterElements.map((element) => [element, true]));

/** A question and one way to ask it, without the types that keep facts from being left out. */
type Door = {
  readonly whole: Told;
  readonly put: (told: unknown) => unknown;
  readonly answer: (told: unknown) => Answered<unknown>;
  /** The facts of the rules that what it cannot do without decides. */
  readonly decides: readonly string[];
  readonly facts: readonly string[];
};

function door<Q extends Told, R, Answer>(ruler: Ruler<Q, R, Answer>, whole: Q): Door {
  return {
    whole,
    put: (told) => Reflect.apply(ruler, null, [told]),
    answer: (told) => Reflect.apply(ruler.answer, null, [told]),
    decides: Object.entries<string | Ask>(ruler.asks).flatMap(([name, ask]) =>
      typeof ask === "string" ? [name] : (ask.decides ?? [name]),
    ),
    facts: ruler.facts(),
  };
}

/** Every question that a pack has rules for. */
const doors = {
  admission: door(ruleOnAdmission, member),
  prompt: door(ruleOnPrompt, { storefront, at, signals: [{ source: "screening", category: "hate", confidence: 0.9 }] }),
  settlement: door(ruleOnSettlement, {
    storefront,
    at,
    reason: "prompt-blocked",
    standing: "suspected",
    category: "sexual",
    delivered: 0,
    requested: 2,
  }),
  sanction: door(ruleOnSanction, { storefront, at, category: "sexual", standing: "suspected" }),
  review: door(ruleOnReview, { storefront, at, decision: "overturned", credits: "captured" }),
  lapse: door(ruleOnLapsedReview, { storefront, at }),
  retention: door(ruleOnRetention, {
    storefront,
    at,
    subject: "artifact",
    createdAt: at,
    firstDownloadConfirmedAt: at,
    preservedAt: null,
  }),
  termsAcceptance: door(ruleOnTermsAcceptance, { storefront, at, acceptedTermsVersion: null }),
  termsNotice: door(ruleOnTermsNotice, { storefront, at }),
  orderRefund: door(ruleOnOrderRefund, refundAsked({ storefront })),
  cancellation: door(ruleOnCancellation, {
    storefront,
    at,
    subscription: { state: "active", currentPeriodEnd: at, renewedAt: day },
    channel: "mail",
    receivedAt: at,
  }),
  priceChange: door(ruleOnPriceChange, {
    storefront,
    at,
    customer: "subscriber",
    changed: "price",
    announcedAt: day,
    effectiveAt: at,
    renewsAt: at,
  }),
  creditExpiry: door(ruleOnCreditExpiry, {
    storefront,
    at,
    source: "subscription",
    termDays: null,
    plan: { periodEnd: at, expiresAfterPeriodDays: 30 },
  }),
  grace: door(ruleOnGrace, { storefront, at, cause: "decision-overturned", now: at }),
  takedownNotice: door(ruleOnTakedownNotice, { storefront, at, kind: "copyright", elements: notice, hosting: "kept" }),
  counterNotice: door(ruleOnCounterNotice, {
    storefront,
    at,
    kind: "copyright",
    elements: counter,
    claimant: "silent",
    copy: "kept",
  }),
  dataRequest: door(ruleOnDataRequest, {
    storefront,
    at,
    request: "deletion",
    identity: "verified",
    preservation: "none",
    effort: "ordinary",
  }),
  supportDeadline: door(ruleOnSupportDeadline, { storefront, at, channel: "mail" }),
  liabilityCap: door(ruleOnLiabilityCap, {
    storefront,
    at,
    claimAt: at,
    loss: "direct",
    limitable: true,
    payments: [{ paidAt: day, usdMinor: 500 }],
  }),
  conduct: door(ruleOnConduct, {
    storefront,
    at,
    kind: "resale",
    standing: "established",
    permission: { from: "2026-01-01", until: null },
  }),
  pattern: door(ruleOnPattern, { storefront, at, source: "blocked", count: 5 }),
  ladder: door(ruleOnLadder, {
    storefront,
    at,
    weight: 3,
    gravity: "ordinary",
    earlier: "none",
    finding: "established",
  }),
  appeal: door(ruleOnAppeal, { storefront, at, appealed: false }),
  reconsideration: door(ruleOnReconsideration, { storefront, at, left: "some" }),
  suspensionNotice: door(ruleOnSuspensionNotice, { storefront, at, sanction: "suspension", danger: "none" }),
  termination: door(ruleOnTermination, { storefront, at, danger: "none" }),
  forfeiture: door(ruleOnForfeiture, { storefront, at, kind: "fraud", mayWithdraw: false }),
} satisfies Record<keyof PackRules, Door>;

/** Questions that are asked again at intake, where more may be unknown. */
const intakes = {
  "admission at intake": door(answerAdmission, member),
  "order refund at intake": door(answerOrderRefund, refundAsked({ storefront, ground: "case-by-case" })),
};

/** What a fact is called by the rules that it is worked out for. */
const alsoCalled: Readonly<Record<string, string>> = {
  bornOn: "age",
  country: "consentAge",
  "consumer.country": "withdrawal",
};

/** The names of all facts, of parts of facts too: `order.paidAt`. One of a list is no fact by itself, its parts are. */
function pathsOf(told: object, before = ""): string[] {
  return Object.entries(told).flatMap(([name, value]) => {
    const path = before === "" ? name : `${before}.${name}`;
    const isWhole = typeof value !== "object" || value === null || value instanceof Date;
    return isWhole ? [path] : [...(Array.isArray(told) ? [] : [path]), ...pathsOf(value, path)];
  });
}

/** The facts without some of them, which are absent or there as `undefined`. */
function without(told: object, paths: readonly string[], isThere: boolean, before = ""): object {
  const entries = Object.entries(told).flatMap(([name, value]): [string, unknown][] => {
    const path = before === "" ? name : `${before}.${name}`;
    if (paths.includes(path)) return isThere ? [[name, undefined]] : [];
    const isWhole = typeof value !== "object" || value === null || value instanceof Date;
    return [[name, isWhole ? value : without(value, paths, isThere, path)]];
  });
  return Array.isArray(told) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

/** Whether a need names a fact, what it is part of, or what is worked out from it. */
function isNamed(missing: readonly string[], path: string): boolean {
  const plain = path.replaceAll(/\.(\d+)/g, "[$1]");
  return missing.some(
    (name) =>
      plain === name || plain.startsWith(`${name}.`) || plain.endsWith(`.${name}`) || alsoCalled[plain] === name,
  );
}

describe.each(Object.entries({ ...doors, ...intakes }))("%s", (_, { whole, put, answer }) => {
  const paths = pathsOf(whole);
  const ruled = answer(whole);

  it("is ruled on once every fact is known", () => {
    expect(ruled.kind).toBe("ruled");
  });

  it("without any one fact needs that fact by name, or says the same without it", () => {
    for (const path of paths) {
      for (const isThere of [true, false]) {
        const answered = answer(without(whole, [path], isThere));
        if (answered.kind === "needs") {
          expect([path, answered.missing, isNamed(answered.missing, path)]).toEqual([path, answered.missing, true]);
          expect(answered.explanation.member).toMatch(/^We cannot say yet: we first need to know .+\.$/);
        } else if (ruled.kind === "ruled") {
          expect([path, answered.ruling.outcome]).toEqual([path, ruled.ruling.outcome]);
        }
      }
    }
  });

  it("without several facts needs no fact that is known", () => {
    assert(
      property(subarray(paths), (gone) => {
        const answered = answer(without(whole, gone, false));
        if (answered.kind === "ruled") return;
        for (const name of answered.missing) expect(gone.some((path) => isNamed([name], path))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("never rules on facts that came back from JSON as text, or as nothing", () => {
    const back = answer(JSON.parse(JSON.stringify(whole)));
    expect(back).toMatchObject({ kind: "needs", missing: expect.arrayContaining(["at"]), termsVersion: null });
    expect(answer({ ...whole, at: new Date(Number.NaN) })).toMatchObject({ kind: "needs", missing: ["at"] });
  });

  it("is refused by name where the caller was sure and is wrong", () => {
    expect(() => put(without(whole, ["at"], false))).toThrow(FactsNeeded);
    expect(() => put(without(whole, ["at"], false))).toThrow(/at unknown\. We cannot say yet\. Nobody has said when /);
  });
});

const intake: readonly string[] = ["takedownNotice", "counterNotice", "dataRequest", "liabilityCap"];

it.each(Object.entries(doors).filter(([name]) => !intake.includes(name)))(
  "%s asks for what decides each fact its rules read",
  (_, { facts, decides }) => {
    expect(facts.filter((fact) => !decides.includes(fact))).toEqual([]);
  },
);

it("names the clauses whose rules look at what is missing, and the terms they stand in", () => {
  const { whole } = doors.settlement;
  expect(doors.settlement.answer(without(whole, ["standing"], true))).toMatchObject({
    kind: "needs",
    question: "settlement",
    missing: ["standing"],
    clauses: [{ id: "IAI-8.5" }, { id: "IAI-i1" }],
    termsVersion: "2026-05-21",
    explanation: {
      member: "We cannot say yet: we first need to know how firmly a breach stands (clauses IAI-8.5, IAI-i1).",
    },
  });
});

describe.each(Object.values(packs).flatMap(({ versions }) => versions))("$storefront of $version", ({ rules }) => {
  it("has no rule book that decides on a fact which is absent", () => {
    const guessed = visitFamilies((bookIn) => {
      const book = bookIn(rules);
      const read = [...new Set(book.rules.flatMap(({ when }) => [...factsRead(when)]))];
      return read.filter((fact) => {
        const [point] = book.family.points();
        if (!point) return true;
        const { [fact]: _gone, ...rest } = point;
        try {
          Reflect.apply(decide, null, [book, rest]);
          return true;
        } catch (refused) {
          return !(refused instanceof UnknownFact);
        }
      });
    });
    expect(guessed.flat()).toEqual([]);
  });
});
