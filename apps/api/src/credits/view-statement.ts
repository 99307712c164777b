import { getPeriod, getStatement, listEntryDetails } from "@covenant/db";
import type { MemberActor, Page, StatementEntry, StatementView } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { findAbout } from "./find-about.ts";
import { requirePeriod } from "./statement-month.ts";

const entriesAPage = 100;

/**
 * What a member had at the beginning of a month, what moved in it and what was there at its end.
 * @throws Refusal "request/invalid" for a month without a statement.
 */
export async function viewStatement(deps: Pick<Deps, "db">, actor: MemberActor, month: string): Promise<StatementView> {
  return getStatement(deps.db, await requirePeriod(deps, actor, month));
}

/** The entries of a member's month, newest first, with what each was for. */
export async function listStatementEntries(
  deps: Pick<Deps, "db">,
  actor: MemberActor,
  { month, cursor }: { month: string; cursor?: string | undefined },
): Promise<Page<StatementEntry>> {
  const period = await requirePeriod(deps, actor, month);
  const page = await listEntryDetails(deps.db, {
    walletId: actor.memberId,
    range: await getPeriod(deps.db, period),
    after: cursor,
    limit: entriesAPage,
  });
  const about = await findAbout(deps.db, actor.memberId, page.rows);
  return { rows: page.rows.map((entry) => ({ ...entry, about: about(entry) })), next: page.next };
}
