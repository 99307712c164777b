import { recordAct, type Tx } from "@covenant/db";
import { formatCredits } from "@covenant/domain";
import { civilDateIn, spellDate, zoneOf } from "@covenant/policy";
import { storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { type NewMail, writeMail } from "../mail/write-mail.ts";
import { earliestOf } from "../models/price-of-model.ts";
import { type ModelPriceRuling, ruleOnModelPrice } from "../models/rule-on-model-price.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { listUntold, type Untold } from "./subscribers.ts";

const ourselves = { kind: "system", part: "registry" } as const;
/** A notice is some rows and a mail, and a transaction has 15 seconds. */
const atMost = 200;

/** Tells subscribers of higher prices of models, of whom the last round left some. Answers how many it told. */
export async function tellOfModelPrices({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> {
  const at = clock.now();
  return db.transaction((tx) => tellTheUntold(tx, at));
}

/** As {@link tellOfModelPrices}, in the transaction that sets a price. */
export async function tellTheUntold(tx: Tx, at: Date): Promise<number> {
  // Of two that tell at once the second finds them told.
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('model-prices'))::text AS locked", []);
  const untold = await listUntold(tx, { at, limit: atMost });
  for (const each of untold) await tell(tx, each, at);
  return untold.length;
}

async function tell(tx: Tx, untold: Untold, at: Date): Promise<void> {
  const { priceId, storefront, memberId, credits, effectiveAt } = untold;
  const answer = ruleOnModelPrice({ storefront, customer: "subscriber", at, toldAt: at, effectiveAt });
  const rulingId = await recordRuling(tx, { storefront, memberId }, answer.ruling, answer.facts);
  const mailId = await writeMail(tx, noticeFor(untold, answer));
  await tx.rows.modelPriceNotice.create({ data: { priceId, memberId, mailId, toldAt: at } });
  await recordAct(tx, {
    actor: ourselves,
    act: "member.tell-model-price",
    on: memberId,
    rulingId,
    facts: { priceId, credits },
  });
}

function noticeFor({ storefront, email, modelName, fromCredits, credits }: Untold, answer: ModelPriceRuling): NewMail {
  const { name, supportEmail } = storefronts[storefront];
  const until = spellDate(civilDateIn(earliestOf(answer), zoneOf(storefront)));
  const clauses = answer.ruling.clauses.map(({ id }) => id).join(", ");
  return {
    storefront,
    to: email,
    subject: `${name}: ${modelName} will use more credits`,
    body: [
      `A generation with ${modelName} uses ${formatCredits(fromCredits)} today. It is going to use ${formatCredits(credits)}.`,
      `For you, as a subscriber, that holds from ${until} at the earliest; until then nothing changes. We tell you at least ${answer.ruling.outcome.notice.days} days ahead, as ${clauses} of the terms says. What you have started keeps the price it was quoted.`,
      `If you do not want it, use another model, or cancel on the billing page or by mail to ${supportEmail}. What you have paid for stays yours to its end.`,
    ].join("\n\n"),
  };
}
