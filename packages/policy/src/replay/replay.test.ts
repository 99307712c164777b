import { describe, expect, it } from "vitest";
import { ruleOnCancellation } from "../cancellations/rule-on-cancellation.ts";
import { ruleOnSuspensionNotice } from "../closing/rule-on-suspension-notice.ts";
import { ruleOnForfeiture, ruleOnTermination } from "../closing/rule-on-termination.ts";
import { ruleOnConduct } from "../conduct/rule-on-conduct.ts";
import { ruleOnPattern } from "../conduct/rule-on-pattern.ts";
import { ruleOnLadder } from "../ladder/rule-on-ladder.ts";
import { asked as refundAsked } from "../order-refunds/asked-refund.ts";
import { ruleOnOrderRefund } from "../order-refunds/rule-on-order-refund.ts";
import { amendBook } from "../packs/amend-book.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { packs } from "../packs/packs.ts";
import { ruleOnPriceChange } from "../price-changes/rule-on-price-change.ts";
import { ruleOnRetention } from "../retention/rule-on-retention.ts";
import { ruleOnLapsedReview } from "../reviews/rule-on-lapsed-review.ts";
import { ruleOnReview } from "../reviews/rule-on-review.ts";
import type { Ruling } from "../ruling.ts";
import { ruleOnSanction } from "../sanctions/rule-on-sanction.ts";
import { ruleOnPrompt } from "../screening/rule-on-prompt.ts";
import { ruleOnSettlement } from "../settlement/rule-on-settlement.ts";
import { ruleOnTermsAcceptance } from "../terms-acceptance/rule-on-terms-acceptance.ts";
import { ruleOnTermsNotice } from "../terms-acceptance/rule-on-terms-notice.ts";
import { termsInForce } from "../terms-in-force.ts";
import { type StoredRuling, startReplay } from "./replay.ts";

const storefront = "image-ai-run";
const at = new Date("2026-11-01T10:00:00.000Z");
const today = termsInForce(storefront, at);
/** As today, but one sure check alone keeps no credits. */
const milder: TermsVersion = {
  ...today,
  version: "2099-01-01",
  rules: { ...today.rules, settlement: amendBook(today.rules.settlement, { dropped: ["IAI-i1/breach-suspected"] }) },
};

let number = 0;
/** A ruling as the database gives it back: facts and answer through JSON. */
function stored(ruling: Ruling<unknown>, facts: object, kept: Partial<StoredRuling> = {}): StoredRuling {
  number += 1;
  return {
    id: `rul_${number}`,
    storefront,
    question: ruling.question,
    termsVersion: ruling.termsVersion,
    facts: JSON.parse(JSON.stringify(facts)),
    answer: JSON.parse(JSON.stringify(ruling.outcome)),
    memberId: "mem_1",
    generationId: null,
    cost: null,
    ...kept,
  };
}

const suspected = { storefront, at, reason: "prompt-blocked", standing: "suspected", category: "sexual" } as const;
const settlement = (facts: Parameters<typeof ruleOnSettlement>[0], kept: Partial<StoredRuling> = {}) =>
  stored(ruleOnSettlement(facts), facts, kept);

function replayed(rulings: readonly StoredRuling[], terms = milder) {
  const replay = startReplay(terms);
  for (const ruling of rulings) replay.add(ruling);
  return replay.report();
}

describe("rulings held against milder terms", () => {
  const blocked = { ...suspected, delivered: 0, requested: 1 };
  const report = replayed([
    settlement(blocked, { memberId: "mem_1", generationId: "gen_1", cost: 4 }),
    settlement(blocked, { memberId: "mem_1", cost: 6 }),
    settlement(blocked, { memberId: "mem_2", cost: 1 }),
    settlement({ ...blocked, standing: "established" }, { memberId: "mem_3", cost: 9 }),
    settlement({ ...blocked, reason: "delivered", standing: "none", delivered: 1 }, { memberId: "mem_4", cost: 2 }),
  ]);

  it("say who would have been treated differently, under which clauses, and what it would have been worth", () => {
    expect(report).toMatchObject({ read: 5, same: 2, flipped: 3, unreplayed: 0, members: 2 });
    expect(report).toMatchObject({ creditsMore: 11, creditsFewer: 0 });
    expect(report.flips).toHaveLength(1);
    expect(report.flips[0]).toMatchObject({
      question: "settlement",
      before: { outcome: "under review", clauses: ["IAI-i1"] },
      after: { outcome: "released", clauses: ["IAI-4.3", "IAI-i1"] },
      differs: ["credits review → release", "review days 3 → none"],
      rulings: 3,
      members: 2,
    });
  });

  it("names each member once, with the ids they are found by", () => {
    expect(report.flips[0]?.examples).toMatchObject([
      { memberId: "mem_1", generationId: "gen_1" },
      { memberId: "mem_2", generationId: null },
    ]);
  });
});

it("asks every question again that rulings are stored on, and finds today's terms unchanged", () => {
  const refund = refundAsked({ storefront });
  const cancellation = {
    storefront,
    at,
    subscription: { state: "active", currentPeriodEnd: at, renewedAt: null },
    channel: "mail",
    receivedAt: at,
  } as const;
  const price = {
    storefront,
    at,
    customer: "subscriber",
    changed: "price",
    announcedAt: at,
    effectiveAt: at,
    renewsAt: null,
  } as const;
  const signals = [{ source: "screening", category: "hate", confidence: 0.95 }] as const;
  const file = {
    storefront,
    at,
    subject: "artifact",
    createdAt: at,
    firstDownloadConfirmedAt: null,
    preservedAt: null,
  } as const;
  const rulings = [
    settlement({ ...suspected, delivered: 0, requested: 1 }),
    stored(ruleOnPrompt({ storefront, at, signals }), {
      storefront,
      at,
      signals,
      hits: [{ list: "hate", at: [2, 5] }],
    }),
    stored(ruleOnSanction(suspected), suspected),
    stored(ruleOnReview({ storefront, at, decision: "overturned", credits: "captured" }), {
      storefront,
      at,
      decision: "overturned",
      credits: "captured",
    }),
    stored(ruleOnLapsedReview({ storefront, at }), { storefront, at }),
    stored(ruleOnRetention(file), { ...file, fileId: "art_1" }),
    stored(ruleOnOrderRefund(refund), refund),
    stored(ruleOnCancellation(cancellation), cancellation),
    stored(ruleOnPriceChange(price), price),
  ];
  expect(replayed(rulings, today)).toMatchObject({ read: 9, same: 9, flipped: 0, unreplayed: 0 });
});

describe("rulings about an account", () => {
  const conduct = { storefront, at, kind: "fraud", standing: "established", permission: null } as const;
  const pattern = { storefront, at, source: "blocked", count: 5 } as const;
  const ladder = { storefront, at, weight: 3, gravity: "ordinary", earlier: "none", finding: "established" } as const;
  const notice = { storefront, at, sanction: "suspension", danger: "aids-breach" } as const;
  const closing = { storefront, at, danger: "none" } as const;
  const forfeiture = { storefront, at, kind: "fraud", mayWithdraw: false } as const;
  const rulings = [
    stored(ruleOnConduct(conduct), conduct),
    stored(ruleOnPattern(pattern), pattern),
    stored(ruleOnLadder(ladder), ladder),
    stored(ruleOnSuspensionNotice(notice), notice),
    stored(ruleOnTermination(closing), closing),
    stored(ruleOnForfeiture(forfeiture), { ...forfeiture, unspent: 40 }),
  ];

  it("are asked again, each by the question its facts are of", () => {
    expect(replayed(rulings, today)).toMatchObject({ read: 6, same: 6, flipped: 0, unreplayed: 0 });
  });

  it("flip under another scale, pattern, ladder, notice and closing, with the credits that would not be lost", () => {
    const { rules } = today;
    const report = replayed(rulings, {
      ...milder,
      rules: {
        ...rules,
        conduct: amendBook(rules.conduct, {
          changed: { "IAI-i20/fraud-established": { gives: { follows: "strike", weight: 2, expiresAfterDays: 365 } } },
        }),
        pattern: amendBook(rules.pattern, { dropped: ["IAI-4.4/repeated"] }),
        ladder: amendBook(rules.ladder, {
          changed: { "IAI-11.1/suspension": { gives: { sanction: "suspension", days: 3 } } },
        }),
        suspensionNotice: amendBook(rules.suspensionNotice, { dropped: ["IAI-a54/outline"] }),
        termination: amendBook(rules.termination, {
          changed: { "IAI-11.2/notice": { gives: { notice: "before", days: 30 } } },
        }),
        forfeiture: amendBook(rules.forfeiture, {
          changed: { "IAI-8.6/forfeited": { gives: { credits: "left" } } },
        }),
      },
    });
    expect(report).toMatchObject({ flipped: 6, unreplayed: 0, creditsMore: 40, creditsFewer: 0 });
    expect(report.flips.map(({ question, differs }) => [question, differs])).toEqual([
      ["conduct", ["weight 3 → 2", "expires after days 730 → 365"]],
      ["conduct", expect.arrayContaining(["at least 5 → none"])],
      ["ladder", ["ends at"]],
      ["suspensionNotice", ["detail outline → whole"]],
      ["termination", ["effective at"]],
      ["termination", ["credits forfeited → left"]],
    ]);
  });
});

describe("rulings on which terms hold", () => {
  const asked = { storefront: "modelmyimage", acceptedTermsVersion: "2026-03-01" } as const;
  const accepted = { ...asked, at: new Date("2027-02-20T10:00:00.000Z") };
  const announced = new Date("2026-11-21T10:00:00.000Z");
  const notice = { storefront: "modelmyimage", at: announced } as const;
  const told = ruleOnTermsNotice(notice);
  if (told === null) throw new Error("a version is announced");
  const of = { storefront: "modelmyimage" } as const;
  const rulings = [
    stored(ruleOnTermsAcceptance(accepted), accepted, of),
    stored(ruleOnTermsAcceptance({ ...asked, at }), { ...asked, at }, of),
    stored(told, { ...notice, version: told.outcome.version }, of),
  ];
  const [before, after] = packs.modelmyimage.versions;
  if (!before || !after) throw new Error("there are two versions");

  it("come out the same under terms that say the same about it, whichever version is asked", () => {
    for (const terms of [before, after])
      expect(replayed(rulings, terms)).toMatchObject({ read: 3, same: 3, flipped: 0, unreplayed: 0 });
  });

  it("flip under terms that ask first, and that tell sooner", () => {
    const { rules } = after;
    const asking: TermsVersion = {
      ...after,
      rules: {
        ...rules,
        termsAcceptance: amendBook(rules.termsAcceptance, {
          changed: { "MMI-11.1/goes-on": { gives: { acceptance: "ask" } } },
        }),
        termsNotice: amendBook(rules.termsNotice, {
          changed: { "MMI-a30/told": { gives: { by: "mail", days: 60 } } },
        }),
      },
    };
    expect(replayed(rulings, asking).flips.map(({ differs }) => differs)).toEqual([
      ["acceptance by-use → ask"],
      ["days 30 → 60", "earliest at"],
    ]);
  });
});

describe("a ruling that cannot be replayed", () => {
  const good = settlement({ ...suspected, delivered: 0, requested: 1 });
  it.each([
    ["facts of another shape", { ...good, facts: { storefront, at: "yesterday" } }, "at should be an instant"],
    [
      "a fact missing deep inside",
      { ...good, facts: { storefront, at: "2026-11-01", reason: "prompt-blocked" } },
      "standing should be one of",
    ],
    ["no facts", { ...good, facts: null }, "the facts should be an object"],
    ["impossible counts", { ...good, facts: { ...Object(good.facts), delivered: 3 } }, "cannot end with 3 of 1"],
    ["a question nobody stores", { ...good, question: "liabilityCap" }, "cannot be asked again"],
    [
      "an acceptance that does not say when",
      { ...good, question: "termsAcceptance", facts: { acceptedTermsVersion: null, storefront } },
      "at should be text",
    ],
    ["a question nobody knows", { ...good, question: "weather" }, "cannot be asked again"],
    ["terms nobody has", { ...good, termsVersion: "1999-01-01" }, "no terms of 1999-01-01"],
    ["an answer its own terms do not give", { ...good, answer: { credits: "release" } }, "rule otherwise today"],
  ])("is counted and named, never dropped: %s", (_, ruling, why) => {
    const report = replayed([ruling, good]);
    expect(report).toMatchObject({ read: 2, flipped: 1, unreplayed: 1 });
    expect(report.notReplayed[0]?.why).toContain(why);
    expect(report.notReplayed[0]?.examples).toMatchObject([{ id: good.id }]);
  });
});

it("takes rulings of its own storefront only", () => {
  const foreign = settlement({ ...suspected, delivered: 0, requested: 1 });
  expect(() => startReplay(milder).add({ ...foreign, storefront: "apimodels" })).toThrow(RangeError);
});
