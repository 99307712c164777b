import type { Database, Prisma, SqlRunner, Tx } from "@covenant/db";
import {
  type AppealedThing,
  accountFacts,
  type CaseId,
  type ClauseCitation,
  categoryLabels,
  conductLabels,
  type GenerationId,
  isId,
  type MemberId,
  Refusal,
  type StorefrontId,
  type ViolationCategory,
} from "@covenant/domain";
import { viewRuling } from "../rulings/view-ruling.ts";
import { toldOfCase } from "../standing/appeal-offers.ts";

export type Reader = SqlRunner & (Pick<Database, "rows"> | Pick<Tx, "rows">);
type CaseRow = Prisma.CaseGetPayload<object>;

/** A decision about a member that can be appealed. */
export type Contested = {
  memberId: MemberId;
  storefront: StorefrontId;
  /** Null for a block that left no strike and took nothing: its file is opened by the appeal. */
  caseId: CaseId | null;
  generationId: GenerationId | null;
  category: ViolationCategory | null;
  /** What was decided, as a heading. */
  title: string;
  toldAt: Date;
};

/**
 * The decision that a link names, of this member.
 * @throws Refusal "thing/not-found", also for another's, for money, and for a file of which its member was not told;
 *   "appeal/not-open" for what was found wrong already.
 */
export async function findContested(reader: Reader, about: AppealedThing, memberId: MemberId): Promise<Contested> {
  const where = isId("generation", about) ? { generationId: about } : { id: about };
  const row = await reader.rows.case.findUnique({ where });
  if (row !== null && row.memberId === memberId) return ofCase(reader, row);
  const generation = isId("generation", about)
    ? await reader.rows.generation.findFirst({ where: { id: about, memberId, state: "blocked" } })
    : null;
  if (row !== null || generation === null) throw new Refusal("thing/not-found", { thing: "decision" });
  const category = generation.category as ViolationCategory | null;
  return {
    memberId,
    storefront: generation.storefront as StorefrontId,
    caseId: null,
    generationId: generation.id as GenerationId,
    category,
    title: titleOfBlock(category),
    toldAt: generation.endedAt ?? generation.createdAt,
  };
}

async function ofCase(reader: Reader, row: CaseRow): Promise<Contested> {
  const toldAt = await toldOfCase(reader, row.id);
  if (toldAt === null && row.outcome === "overturned")
    throw new Refusal("appeal/not-open", { reason: "A person has found already that this was wrong." });
  if (toldAt === null) throw new Refusal("thing/not-found", { thing: "decision" });
  return {
    memberId: row.memberId as MemberId,
    storefront: row.storefront as StorefrontId,
    caseId: row.id as CaseId,
    generationId: row.generationId as GenerationId | null,
    category: row.category as ViolationCategory | null,
    title: titleOf(row),
    toldAt,
  };
}

/** What the decision of a case is called. */
export function titleOf({ kind, category, facts }: Pick<CaseRow, "kind" | "category" | "facts">): string {
  if (kind !== "account") return titleOfBlock(category as ViolationCategory | null);
  return `About your account: ${conductLabels[accountFacts.parse(facts).conduct]}`;
}

function titleOfBlock(category: ViolationCategory | null): string {
  return category === null ? "A stopped request" : `A stopped request: ${categoryLabels[category]}`;
}

/** The statement of reasons that the member was given, and the clauses it cites. */
export async function reasonsOf(
  reader: Reader,
  { caseId, generationId }: Pick<Contested, "caseId" | "generationId">,
): Promise<{ statement: string; clauses: ClauseCitation[] }> {
  const appeal = await reader.rows.appeal.findUnique({ where: { caseId: caseId ?? "" }, include: { decision: true } });
  // What was ruled since about the appeal itself is none of the reasons it is against.
  const since = [appeal?.rulingId, appeal?.decision?.rulingId].filter((id) => id !== undefined);
  const [rulings, sanctions] = await Promise.all([
    reader.rows.ruling.findMany({
      where: { id: { notIn: since }, ...(generationId === null ? { caseId: caseId ?? "" } : { generationId }) },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    }),
    reader.rows.sanction.findMany({ where: { caseId: caseId ?? "", replacesId: null }, orderBy: { id: "asc" } }),
  ]);
  const told = rulings.filter(({ question }) => question !== "promptScreening").map((row) => viewRuling(row, "member"));
  const cited = new Map(told.flatMap(({ clauses }) => clauses).map((clause) => [clause.id, clause]));
  const said =
    sanctions.length > 0 ? sanctions.map(({ statement }) => statement) : told.map((each) => each.explanation);
  return { statement: [...new Set(said)].join("\n\n"), clauses: [...cited.values()] };
}
