import { formatMonth, refusalOf, type StatementView } from "@covenant/domain";
import { Button, EmptyState, ErrorState, LinkButton, SelectField, SkeletonText } from "@covenant/ui";
import { nextByCursor } from "@covenant/ui/data-table";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { presentFailure } from "../api/present-refusal.ts";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { EntryTable } from "./EntryTable.tsx";
import { StatementProof } from "./StatementProof.tsx";
import { StatementSums } from "./StatementSums.tsx";

const route = getRouteApi("/billing");

/** One month of the wallet: the month is in the address, and the newest where it names none. */
export function StatementSection() {
  const months = useQuery(api.credits.statementMonths.queryOptions());
  const month = route.useSearch().month ?? months.data?.months[0];
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h2 className="text-h2 font-semibold">Statement</h2>
        {month !== undefined && <MonthBar month={month} months={months.data?.months ?? []} />}
      </div>
      {months.isError ? (
        <Failed error={months.error} retry={months.refetch} />
      ) : month === undefined ? (
        <SkeletonText lines={6} label="Loading the statement" />
      ) : (
        <Month month={month} />
      )}
    </section>
  );
}

function MonthBar({ month, months }: { month: string; months: readonly string[] }) {
  const router = useRouter();
  const isListed = months.includes(month);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SelectField
        label="Month"
        value={isListed ? month : ""}
        placeholder="Choose a month"
        options={months.map((value) => ({ value, label: formatMonth(value) }))}
        onChange={(next) => void router.navigate({ href: paths.statement(next), resetScroll: false })}
      />
      {isListed && (
        <>
          {/* Not the router's: the api answers with a file, or with a sentence that says why there is none. */}
          <LinkButton href={paths.statementFile(month, "pdf")} target="_top">
            PDF
          </LinkButton>
          <LinkButton href={paths.statementFile(month, "csv")} target="_top">
            CSV
          </LinkButton>
        </>
      )}
    </div>
  );
}

function Month({ month }: { month: string }) {
  const statement = useQuery(api.credits.statement.queryOptions({ month }));
  if (statement.isError) return <Failed error={statement.error} retry={statement.refetch} />;
  if (statement.isPending) return <SkeletonText lines={6} label="Loading the statement" />;
  return <Stated statement={statement.data} />;
}

function Stated({ statement }: { statement: StatementView }) {
  const { month } = statement;
  const entries = useInfiniteQuery(api.credits.entries.infiniteQueryOptions({ month }, nextByCursor));
  return (
    <>
      <StatementSums statement={statement} />
      <EntryTable
        page={tablePageOf(entries)}
        empty={
          <EmptyState title={`Nothing moved in ${formatMonth(month)}`}>
            Every grant, hold and charge of the month is an entry here.
          </EmptyState>
        }
      />
      <StatementProof statement={statement} />
    </>
  );
}

function Failed({ error, retry }: { error: unknown; retry: () => unknown }) {
  const { title, detail, requestId } = presentFailure(error);
  return (
    <div className="rounded-card border bg-surface">
      <ErrorState
        title={title}
        consequence={detail}
        actions={
          refusalOf(error)?.code === "request/invalid" ? (
            <LinkButton href={paths.billing}>The newest month</LinkButton>
          ) : (
            <Button onClick={() => void retry()}>Try again</Button>
          )
        }
        {...(requestId === undefined ? {} : { requestId })}
      />
    </div>
  );
}
