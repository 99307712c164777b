import { byClause, of, type Room } from "../entry.ts";

export const money: Room = {
  entries: [
    {
      id: "orders",
      what: "What you bought: credits, amount, rate and way of payment, when, and whether it was paid",
      why: "To give you what you paid for, and to keep the books that tax law asks for. Card numbers never reach us.",
      basis: "contract",
      place: "database",
      kept: byClause("billing"),
      receivers: ["stripe", "alipay"],
      columns: of(
        "public.credit_order",
        "pack_name credits amount_minor currency charged_minor charged_currency rate expires_after_days method asks_to_start state placed_at paid_at ended_at refunded_minor period_start period_end problem",
      ),
    },
    {
      id: "payment-references",
      what: "What the payment company calls you, your orders and your invoices, and the pages it shows them on",
      why: "To ask it whether a payment was made, and to send money back.",
      basis: "contract",
      place: "database",
      kept: byClause("billing"),
      receivers: ["stripe"],
      columns: [
        ...of("public.member", "stripe_customer_id"),
        ...of(
          "public.credit_order",
          "stripe_session_id stripe_payment_intent_id stripe_invoice_id checkout_url invoice_url",
        ),
        ...of("public.subscription", "stripe_session_id stripe_subscription_id checkout_url invoice_url"),
        ...of("public.refund", "stripe_refund_id"),
        ...of("public.dispute", "stripe_dispute_id"),
      ],
    },
    {
      id: "subscription",
      what: "Your subscription: its plan and price, its periods, and when and how you cancelled",
      why: "To renew it, and to end it when you say so.",
      basis: "contract",
      place: "database",
      kept: byClause("billing"),
      receivers: ["stripe"],
      columns: [
        ...of(
          "public.subscription",
          "plan_id price_id renewal_price_id state asks_to_start placed_at started_at period_start period_end past_due_since paused_at cancelled_at cancelled_by ends_at ended_at",
        ),
        ...of("public.price_notice", "told_at"),
      ],
      needs: "plans",
    },
    {
      id: "refunds",
      what: "Money that went back to you, what you asked for, and what a bank disputed",
      why: "To pay back what is yours, and to show why or why not.",
      basis: "contract",
      place: "database",
      kept: byClause("billing"),
      receivers: ["stripe", "alipay"],
      columns: [
        ...of(
          "public.refund",
          "ground way note reclaimed goodwill amount_minor currency state problem asked_at ended_at",
        ),
        ...of("public.dispute", "reason state amount_minor currency frozen used opened_at closed_at"),
      ],
    },
    {
      id: "credits",
      what: "Your credits: each lot with its price and end, each hold, and every entry, with why it was made",
      why: "To know what you have and to prove it to you. Entries are added to and never edited.",
      basis: "contract",
      place: "database",
      kept: byClause("billing"),
      receivers: [],
      columns: [
        ...of("ledger.wallet", "available held frozen opened_at closed_at"),
        ...of(
          "ledger.lot",
          "source paid_minor paid_currency granted_at expires_at grace_until due_at dispute granted available held frozen spent expired reclaimed forfeited charged_back adjusted",
        ),
        ...of("ledger.hold", "cause state credits captured released paid_back review_until opened_at resolved_at"),
        ...of(
          "ledger.entry",
          "kind from_bucket to_bucket credits available_after held_after frozen_after cause reason terms grace_until at",
        ),
      ],
    },
    {
      id: "payment-events",
      what: "What the payment company told us of your payments, and how they stand in its books",
      why: "To settle each payment, and to compare our books with its books every day.",
      basis: "law",
      place: "database",
      kept: byClause("billing"),
      receivers: [],
      columns: [
        ...of("public.stripe_event", "payload occurred_at received_at parked_for problem"),
        ...of(
          "public.balance_movement",
          "kind amount_minor currency settled_minor fee_minor settled_currency occurred_at",
        ),
        ...of("public.difference", "kind ours theirs unit found_at resolved_at"),
      ],
    },
  ],
  technical: [
    {
      why: "names a record, or the record it belongs to",
      columns: [
        ...of("public.credit_order", "id kind storefront member_id request_id pack_id subscription_id"),
        ...of("public.subscription", "id storefront member_id request_id"),
        ...of("public.price_notice", "price_id subscription_id mail_id"),
        ...of("public.refund", "id storefront member_id order_id request_id staff_id ruling_id"),
        ...of("public.dispute", "id storefront member_id order_id"),
        ...of("public.stripe_event", "id type api_version about_noun about_id heard_by"),
        ...of("public.balance_movement", "id day payment_intent_id refund_id dispute_id"),
        ...of("public.difference", "id day subject order_id refund_id dispute_id processor_id"),
        ...of("ledger.wallet", "id burning_lot_id"),
        ...of("ledger.lot", "id wallet_id order_id"),
        ...of("ledger.hold", "id wallet_id lot_id"),
        ...of("ledger.entry", "wallet_id key lot_id hold_id transaction_id"),
      ],
    },
    {
      why: "orders, counts or guards rows",
      columns: [
        ...of("public.dispute", "turns"),
        ...of("public.stripe_event", "processed_at attempts"),
        ...of("ledger.wallet", "version next_due_at"),
        ...of("ledger.lot", "granted_version is_open"),
        ...of("ledger.hold", "first_version last_version"),
        ...of("ledger.entry", "version fingerprint hash"),
      ],
    },
    {
      why: "sums and hashes over everybody's rows",
      columns: [
        ...of("public.event_watermark", "id listed_until"),
        ...of("public.reconciled_day", "day matched sums settled compared_at asked_at"),
        ...of("ledger.seal", "number from_transaction to_transaction entries root previous hash sealed_at"),
        ...of("ledger.seal_leaf", "wallet_id first_version seal_number hashes"),
      ],
    },
  ],
};
