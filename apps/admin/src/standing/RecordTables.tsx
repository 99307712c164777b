import { type RecordView, type SanctionView, type StrikeView, sanctionLooks, strikeLooks } from "@covenant/domain";
import { Badge, Code, Disclosure, dayText, EmptyState, RelativeTime, StatusBadge, TextLink } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import { sanctionTitles } from "./standing-words.ts";

const columns: readonly Column<StrikeView>[] = [
  { id: "about", header: "Strike for", cell: ({ about }) => capital(about) },
  { id: "clause", header: "Clause", cell: ({ clause }) => <Code>{clause.id}</Code>, width: "7rem" },
  {
    id: "state",
    header: "State",
    cell: ({ state }) => <StatusBadge tone={strikeLooks[state].tone}>{strikeLooks[state].label}</StatusBadge>,
    width: "11rem",
  },
  { id: "weight", header: "Weight", isNumeric: true, cell: ({ weight }) => weight, width: "5rem" },
  { id: "imposed", header: "Given", cell: ({ imposedAt }) => <RelativeTime at={imposedAt} />, width: "8rem" },
  { id: "expires", header: "Expires", cell: ({ expiresAt }) => dayText(expiresAt), width: "11rem" },
];

type RecordTablesProps = {
  record: RecordView;
  /** What can be done about a sanction; nothing where the page only shows. */
  actions?: (sanction: SanctionView) => ReactNode;
};

/** What counts now, every strike, and every sanction with the statement its member was given. */
export function RecordTables({ record: { weight, strikes, sanctions }, actions }: RecordTablesProps) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <p className="text-ui font-normal text-muted">
        {weight === 0 ? "No strike counts now." : `The strikes that count now weigh ${weight}.`}
      </p>
      <DataTable
        label="Strikes"
        columns={columns}
        page={{ state: "ready", rows: [...strikes] }}
        rowKey={({ id }) => id}
        empty={<EmptyState title="No strike">Nothing was ever recorded against this member.</EmptyState>}
      />
      {sanctions.length > 0 && (
        <ol aria-label="Sanctions" className="flex flex-col divide-y rounded-card border bg-surface">
          {sanctions.map((sanction) => (
            <li key={sanction.id} className="flex flex-col gap-2 px-5 py-4">
              <Sanction sanction={sanction} />
              {actions?.(sanction)}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Sanction({ sanction }: { sanction: SanctionView }) {
  const { kind, state, about, statement, imposedAt, endsAt, caseId } = sanction;
  const look = sanctionLooks[state];
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-ui font-medium">
          {sanctionTitles[kind]} for {about}
        </h3>
        <StatusBadge tone={look.tone}>{look.label}</StatusBadge>
        {endsAt !== null && (
          <Badge>{kind === "termination" ? `on ${dayText(endsAt)}` : `until ${dayText(endsAt)}`}</Badge>
        )}
        <span className="ml-auto text-small text-muted">
          <RelativeTime at={imposedAt} />, <TextLink href={paths.case(caseId)}>the case</TextLink>
        </span>
      </div>
      <Disclosure title="The statement of reasons">
        <p className="measure text-ui font-normal whitespace-pre-wrap">{statement}</p>
      </Disclosure>
    </>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
