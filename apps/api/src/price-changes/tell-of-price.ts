import { recordAct, type Tx } from "@covenant/db";
import { formatMoney, type PlanPriceId } from "@covenant/domain";
import { civilDateIn, spellDate, zoneOf } from "@covenant/policy";
import { storefronts } from "@covenant/storefronts";
import { type NewMail, writeMail } from "../mail/write-mail.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { firstRenewalFrom } from "./first-renewal.ts";
import type { Renewing } from "./renewing-subscriptions.ts";
import { earliestRenewal, type PriceRuling, ruleOnPrice } from "./rule-on-price.ts";

/** A price that is told, of the plan and in the currency of those who are told. */
export type NewPrice = { id: PlanPriceId; amountMinor: number; effectiveAt: Date };

const ourselves = { kind: "system", part: "price-changes" } as const;

/** Tells a subscriber of a new price by mail, and notes when: the days until a renewal may carry it count from then. */
export async function tellOfPrice(tx: Tx, subscriber: Renewing, { price, at }: { price: NewPrice; at: Date }) {
  const { id: subscriptionId, storefront, memberId, periodEnd: renewsAt } = subscriber;
  const answer = ruleOnPrice({ storefront, at, toldAt: at, effectiveAt: price.effectiveAt, renewsAt });
  const rulingId = await recordRuling(tx, { storefront, memberId }, answer.ruling, answer.facts);
  const mailId = await writeMail(tx, noticeFor(subscriber, price, answer));
  await tx.rows.priceNotice.create({ data: { priceId: price.id, subscriptionId, mailId, toldAt: at } });
  const facts = { priceId: price.id, amountMinor: price.amountMinor };
  await recordAct(tx, { actor: ourselves, act: "subscription.tell-price", on: subscriptionId, rulingId, facts });
}

function noticeFor(subscriber: Renewing, { amountMinor }: NewPrice, answer: PriceRuling): NewMail {
  const { storefront, email, planName, interval, currency } = subscriber;
  const { name, supportEmail } = storefronts[storefront];
  const now = formatMoney({ amountMinor: subscriber.amountMinor, currency });
  const then = formatMoney({ amountMinor, currency });
  const firstAt = spellDate(civilDateIn(firstRenewalFrom(subscriber, earliestRenewal(answer)), zoneOf(storefront)));
  const clauses = answer.ruling.clauses.map(({ id }) => id).join(", ");
  return {
    storefront,
    to: email,
    subject: `${name}: the price of ${planName} changes`,
    body: [
      `${planName} costs you ${now} a ${interval}. The new price is ${then} a ${interval}.`,
      `The first renewal charged at it is the one on ${firstAt}; until then nothing changes for you. We tell you at least ${answer.ruling.outcome.notice.days} days ahead, as ${clauses} of the terms says.`,
      `If you do not want it, cancel before that day on the billing page or by mail to ${supportEmail}. What you have paid for stays yours to its end.`,
    ].join("\n\n"),
  };
}
