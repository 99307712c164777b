import type { OverviewView } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { askedByBanks, failedRefunds } from "../order-files/list-orders-of-all.ts";

/** What waits for somebody, counted in one round trip over the small partial indexes. */
const question = `
  SELECT
    (SELECT count(*) FROM review_case WHERE state IN ('open', 'claimed'))::int AS "openCases",
    (SELECT to_char(min(opened_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
       FROM review_case WHERE state IN ('open', 'claimed')) AS "oldestOpenCaseAt",
    (SELECT coalesce(sum(credits_under_review), 0) FROM review_case WHERE state IN ('open', 'claimed'))::int
      AS "creditsUnderReview",
    (SELECT count(*) FROM appeal WHERE state IN ('received', 'looking'))::int AS "openAppeals",
    (SELECT count(*) FROM proposal WHERE state = 'open')::int AS "openProposals",
    (SELECT count(*) FROM generation WHERE state IN ('queued', 'running'))::int AS "unfinishedGenerations",
    (SELECT coalesce(jsonb_object_agg(state, n), '{}') FROM
       (SELECT state, count(*)::int AS n FROM generation WHERE created_at > now() - interval '1 day' GROUP BY state) AS today)
      AS "generationsToday",
    (SELECT count(*) FROM credit_order WHERE state = 'placed')::int AS "unpaidOrders",
    (SELECT count(*) FROM credit_order WHERE problem IS NOT NULL)::int AS "unsettledOrders",
    (SELECT count(DISTINCT order_id) FROM (${failedRefunds}) AS failed)::int AS "failedRefunds",
    (SELECT count(*) FROM (${askedByBanks}) AS asked)::int AS "askedByBanks",
    (SELECT count(*) FROM stripe_event WHERE parked_for IS NOT NULL)::int AS "parkedEvents",
    (SELECT count(DISTINCT day) FROM difference WHERE resolved_at IS NULL)::int AS "daysThatDiffer",
    (SELECT count(*) FROM mail WHERE state = 'queued')::int AS "mailWaiting",
    (SELECT count(*) FROM breaker)::int AS "openBreakers",
    (SELECT count(*) FROM kill_switch WHERE lifted_at IS NULL)::int AS "killSwitches"`;

export async function readOverview({ db }: Pick<Deps, "db">): Promise<OverviewView> {
  const [row] = await db.query<OverviewView>(question, []);
  if (row === undefined) throw new Error("the overview is one row");
  return row;
}
