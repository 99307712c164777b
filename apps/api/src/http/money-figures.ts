import type { Deps } from "../deps.ts";
import { listRates } from "../exchange-rates/list-rates.ts";

type Figure = {
  name: string;
  help: string;
  labelNames: readonly string[];
  read(deps: Pick<Deps, "db" | "clock">): Promise<{ labels: Record<string, string>; value: number }[]>;
};

/** Rows of one query, of which `value` is the figure and everything else a label. */
function counted(name: string, help: string, { labels, query }: { labels: readonly string[]; query: string }): Figure {
  return {
    name,
    help,
    labelNames: labels,
    read: async ({ db }) =>
      (await db.query<{ value: number } & Record<string, string | number>>(query, [])).map(({ value, ...row }) => ({
        labels: Object.fromEntries(Object.entries(row).map(([label, text]) => [label, String(text)])),
        value,
      })),
  };
}

const fiveMinutesMs = 300_000;

/** Holds have no index of the open ones, for each hold and its end would pay for it: they are read through, so not often. */
function rarely({ read, ...figure }: Figure): Figure {
  const answers = new WeakMap<Deps["db"], { at: number; rows: Awaited<ReturnType<Figure["read"]>> }>();
  return {
    ...figure,
    read: async (deps) => {
      const known = answers.get(deps.db);
      if (known !== undefined && Date.now() - known.at < fiveMinutesMs) return known.rows;
      const rows = await read(deps);
      answers.set(deps.db, { at: Date.now(), rows });
      return rows;
    },
  };
}

/** How money and credits stand, for alarms: counts by state, and how old the oldest of what waits is. */
export const moneyFigures: readonly Figure[] = [
  counted("covenant_orders", "Orders placed in the last 30 days, by storefront and state.", {
    labels: ["storefront", "state"],
    query: `SELECT storefront, state, count(*)::float8 AS value FROM credit_order
      WHERE placed_at > now() - interval '30 days' GROUP BY 1, 2`,
  }),
  counted("covenant_orders_unsettled", "Orders that were paid otherwise than ordered and wait for a person.", {
    labels: [],
    query: "SELECT count(*)::float8 AS value FROM credit_order WHERE problem IS NOT NULL",
  }),
  counted("covenant_refunds", "Refunds asked for in the last 30 days, by state.", {
    labels: ["state"],
    query: `SELECT state, count(*)::float8 AS value FROM refund WHERE asked_at > now() - interval '30 days' GROUP BY 1`,
  }),
  counted("covenant_refund_oldest_seconds", "Age of the oldest refund that has not ended; 0 without one.", {
    labels: [],
    query: `SELECT coalesce(extract(epoch FROM now() - min(asked_at)), 0)::float8 AS value FROM refund
      WHERE state IN ('asked', 'pending')`,
  }),
  counted("covenant_proposals_open", "Proposals that wait for a second person, by kind.", {
    labels: ["kind"],
    query: "SELECT kind, count(*)::float8 AS value FROM proposal WHERE state = 'open' GROUP BY 1",
  }),
  counted("covenant_disputes", "Disputes by state, and bank questions.", {
    labels: ["state"],
    query: "SELECT state, count(*)::float8 AS value FROM dispute GROUP BY 1",
  }),
  counted("covenant_events_parked", "Events of the processor that nobody could use, by why.", {
    labels: ["reason"],
    query:
      "SELECT parked_for AS reason, count(*)::float8 AS value FROM stripe_event WHERE parked_for IS NOT NULL GROUP BY 1",
  }),
  counted("covenant_webhooks_unsigned", "Webhooks of today, in UTC, whose signature did not hold.", {
    labels: ["processor"],
    query: `SELECT processor, count::float8 AS value FROM unsigned_event WHERE day = (now() AT TIME ZONE 'UTC')::date`,
  }),
  counted("covenant_reconciliation_differences", "Open differences of the books, by kind.", {
    labels: ["kind"],
    query: "SELECT kind, count(*)::float8 AS value FROM difference WHERE resolved_at IS NULL GROUP BY 1",
  }),
  counted("covenant_reconciliation_behind_seconds", "How long ago the newest day that was compared ended.", {
    labels: [],
    query: `SELECT extract(epoch FROM now() AT TIME ZONE 'UTC' - (max(day) + 1))::float8 AS value FROM reconciled_day
      WHERE compared_at IS NOT NULL HAVING count(*) > 0`,
  }),
  rarely(
    counted("covenant_holds_open", "Open holds of the ledger, in or out of a review.", {
      labels: ["review"],
      query: `SELECT review, count(h.id)::float8 AS value FROM unnest(ARRAY['no', 'yes']) AS kind (review)
        LEFT JOIN ledger.hold h ON h.state = 'open' AND (h.review_until IS NULL) = (review = 'no') GROUP BY 1`,
    }),
  ),
  rarely(
    counted("covenant_hold_oldest_seconds", "Age of the oldest open hold; 0 without one.", {
      labels: [],
      query: `SELECT coalesce(extract(epoch FROM now() - min(opened_at)), 0)::float8 AS value FROM ledger.hold
        WHERE state = 'open'`,
    }),
  ),
  {
    name: "covenant_exchange_rate_age_days",
    help: "Days since the rate that orders are charged at was set, by storefront.",
    labelNames: ["storefront"],
    read: async (deps) =>
      (await listRates(deps)).map(({ storefront, ageDays }) => ({ labels: { storefront }, value: ageDays })),
  },
];
