import type { FlipGroupView, ReplayQuestion } from "@covenant/domain";
import { EmptyState } from "@covenant/ui";
import { DataTable } from "@covenant/ui/data-table";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { tableRowsOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { flipColumns, type QuestionTitles } from "./flip-columns.tsx";

type FlipTableProps = {
  /** Null until it is known which version is meant. */
  question: ReplayQuestion | null;
  /** Why no version is known. */
  failure: unknown;
  titles: QuestionTitles;
};

/** Rulings that would have come out differently, those of one kind in one row, the most frequent first. */
export function FlipTable({ question, failure, titles }: FlipTableProps) {
  const replay = useQuery(
    api.replays.get.queryOptions(question ?? skipToken, { select: ({ flips }) => flips.map(withKey) }),
  );
  const columns = useMemo(() => flipColumns(titles), [titles]);
  const query = failure ? { ...replay, error: failure, isPending: false } : replay;
  return (
    <DataTable
      label="Rulings that would have come out differently"
      columns={columns}
      page={tableRowsOf(query)}
      rowKey={({ key }) => key}
      empty={
        <EmptyState title="Nobody would have been treated differently">
          Every ruling of these days that could be asked again comes out the same under these terms.
        </EmptyState>
      }
    />
  );
}

function withKey<Flip extends FlipGroupView>(flip: Flip): Flip & { key: string } {
  return { ...flip, key: JSON.stringify([flip.question, flip.before, flip.after, flip.differs]) };
}
