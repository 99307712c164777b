import type { Page, ProposalList, ProposalView } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { viewProposals } from "./view-proposal.ts";

const rowsAPage = 50;

/** Proposals, the newest first; those that are open, unless all are asked for. */
export async function listProposals(
  { db }: Pick<Deps, "db">,
  { show = "open", subject, cursor }: ProposalList,
): Promise<Page<ProposalView>> {
  const rows = await db.rows.proposal.findMany({
    where: {
      ...(show === "open" ? { state: "open" } : {}),
      ...(subject === undefined ? {} : { subject }),
      ...(cursor === undefined ? {} : { id: { lt: cursor } }),
    },
    orderBy: { id: "desc" },
    take: rowsAPage + 1,
  });
  const page = rows.slice(0, rowsAPage);
  return { rows: await viewProposals(db, page), next: rows.length > rowsAPage ? (page.at(-1)?.id ?? null) : null };
}
