import { entryPages, getStatement } from "@covenant/db";
import { type EntryDetail, type MemberActor, type StatementView, storefrontNames } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { type About, findAbout } from "./find-about.ts";
import { requirePeriod } from "./statement-month.ts";

/** An entry with the address of the page that tells more of it; null where there is none. */
export type FileEntry = EntryDetail & { link: string | null };

/** A statement as a file is made of it. */
export type StatementFile = {
  statement: StatementView;
  /** All of the month, oldest first, a page at a time. */
  entries: AsyncIterable<FileEntry[]>;
  email: string;
  storefront: string;
  linkOf(about: About): string;
};

const pathOf = {
  generation: (id) => `/g/${id}`,
  order: (id) => `/orders/${id}`,
  // A member reads of every decision about their account on one page.
  sanction: () => "/standing",
} as const satisfies Record<About["noun"], (id: string) => string>;

/** @throws Refusal "request/invalid" for a month without a statement. */
export async function openStatementFile(
  { db, originOf }: Pick<Deps, "db" | "originOf">,
  actor: MemberActor,
  month: string,
): Promise<StatementFile> {
  const { memberId, storefront } = actor;
  const period = await requirePeriod({ db }, actor, month);
  const { email } = await db.rows.member.findUniqueOrThrow({ where: { id: memberId }, select: { email: true } });
  const linkOf = ({ noun, id }: About) => `${originOf(storefront)}${pathOf[noun](id)}`;
  const statement = await getStatement(db, period);

  async function* linked(): AsyncGenerator<FileEntry[]> {
    for await (const page of entryPages(db, { walletId: memberId, range: rangeOf(statement) })) {
      const about = await findAbout(db, memberId, page);
      yield page.map((entry) => withLink(entry, about(entry)));
    }
  }
  const withLink = (entry: EntryDetail, about: About | null) => ({ ...entry, link: about && linkOf(about) });
  return { statement, entries: linked(), email, storefront: storefrontNames[storefront], linkOf };
}

/** The versions that were summed, and no entry that has come since. */
const rangeOf = ({ versions }: StatementView) =>
  versions === null ? { before: 0, last: 0 } : { before: versions.first - 1, last: versions.last };
