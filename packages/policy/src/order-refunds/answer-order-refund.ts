import { answer } from "../answer.ts";
import { type Answered, type FactAsks, writeNeeds } from "../answered.ts";
import { type Asks, deciding, parts } from "../asks.ts";
import { answeringOn } from "../ruling-on.ts";
import { type OrderRefundFacts, orderRefundFamily } from "./facts.ts";
import {
  contractOf,
  factsOf,
  type OrderRefundOutcome,
  type OrderRefundQuestion,
  refundAsks,
  requirePossible,
  rightAt,
  writeRefund,
} from "./rule-on-order-refund.ts";
import { withdrawalCountries } from "./withdrawal-countries.ts";
import { withdrawalWindow } from "./withdrawal-window.ts";

/** A refund that is asked for before everything about the consumer is known. */
export type OrderRefundIntake = Omit<OrderRefundQuestion, "consumer"> & {
  readonly consumer: {
    /** ISO 3166-1 alpha-2; left out, or null, while nobody has asked. */
    readonly country?: string | null | undefined;
    readonly isConsumer: boolean;
    /** Left out, or null, while nobody has looked whether a request to start at once is on record. */
    readonly startConsent?: boolean | null | undefined;
  };
};

const asks: Asks<OrderRefundIntake> = {
  ...refundAsks,
  consumer: deciding(
    parts<OrderRefundIntake["consumer"]>("who bought it", { isConsumer: "whether a consumer bought it" }),
    "withdrawal",
    "startConsent",
  ),
};

/**
 * Answers where country and consent change nothing, and otherwise names which of them it has to know. A country that is
 * unknown is any country: once the 14 days are over everywhere, it may change the reason and no right any more. Throws a
 * `RangeError` for counts that cannot be.
 */
export const answerOrderRefund = answeringOn(
  { family: orderRefundFamily, bookIn: ({ orderRefund }) => orderRefund, asks },
  (intake: OrderRefundIntake, terms): Answered<OrderRefundOutcome> => {
    const { country = null, isConsumer, startConsent = null } = intake.consumer;
    const question = {
      ...intake,
      consumer: { isConsumer, country: country ?? "", startConsent: startConsent ?? false },
    };
    requirePossible(question);
    const window = isConsumer && country !== null ? withdrawalWindow(country, contractOf(intake.order)) : null;
    const isOpen = isConsumer && country === null;
    const rights = rightsAnywhere(intake);
    const answered = answer(
      terms.rules.orderRefund,
      {
        ...factsOf(question, window),
        ...(isOpen ? { withdrawal: undefined } : {}),
        ...(startConsent === null ? { startConsent: undefined } : {}),
      },
      ({ withdrawal }) => !isOpen || rights.has(withdrawal),
    );
    if (answered.kind === "needs") return writeNeeds(terms, "orderRefund", answered, openAsks);
    return { kind: "ruled", ruling: writeRefund(terms, answered.decision, { question, window }) };
  },
);

/** How the right to withdraw may stand for a consumer of any country. */
function rightsAnywhere({ order, now }: OrderRefundIntake): ReadonlySet<OrderRefundFacts["withdrawal"]> {
  const windows = [...withdrawalCountries.keys()].map((country) => withdrawalWindow(country, contractOf(order)));
  return new Set(["none", ...windows.map((window) => rightAt(window, now))]);
}

const openAsks: FactAsks<OrderRefundFacts> = {
  ground: "on which ground money is asked for",
  dispute: "whether a bank looks into the payment",
  payment: "what is left of the payment",
  unspent: "what is unspent",
  used: "what was used",
  arrived: "whether the credits came",
  withdrawal: "in which country the member lives",
  startConsent: "whether the member asked us to start at once",
  wayBack: "whether the way of payment takes money back",
  choice: "what a person chooses",
};
