import { getWalletLife, type StatementPeriod } from "@covenant/db";
import { formatMonth, type MemberActor, Refusal } from "@covenant/domain";
import { civilDateIn, zoneOf } from "@covenant/policy";
import type { Deps } from "../deps.ts";

/** The calendar months a member's wallet has existed in, in the storefront's zone, the newest first. */
export async function listStatementMonths({ db }: Pick<Deps, "db">, { memberId, storefront }: MemberActor) {
  const zone = zoneOf(storefront);
  const { openedAt, now } = await getWalletLife(db, memberId);
  const months: string[] = [];
  const first = monthIn(openedAt, zone);
  for (let month = monthIn(now, zone); month >= first; month = monthBefore(month)) months.push(month);
  return { zone, months };
}

/**
 * The period a month names.
 * @throws Refusal "request/invalid" with a sentence, for what is no month, has not begun, or is before the account.
 */
export async function requirePeriod(
  deps: Pick<Deps, "db">,
  actor: MemberActor,
  month: string,
): Promise<StatementPeriod> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw invalid("This is not a month. Write the year and the month with a hyphen, as in 2026-11.");
  const { zone, months } = await listStatementMonths(deps, actor);
  const [newest = month] = months;
  const oldest = months.at(-1) ?? month;
  if (month > newest) throw invalid(`${formatMonth(month)} has not begun, so there is no statement of it yet.`);
  if (month < oldest)
    throw invalid(`Your account was opened in ${formatMonth(oldest)}; there is no statement of an earlier month.`);
  return { walletId: actor.memberId, month, zone };
}

const invalid = (reason: string) => new Refusal("request/invalid", { reason });
const monthIn = (at: Date, zone: string) => civilDateIn(at, zone).slice(0, 7);

function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
}
