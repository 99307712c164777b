import { type DayFile, formatBooked } from "@covenant/domain";
import { Banner, Card, civilDayText, exactTime, type Fact, KeyValue, PageHeader, RelativeTime } from "@covenant/ui";
import { paths } from "../paths.ts";
import { PageBody, Section } from "../shell/PageBody.tsx";
import { PermittedLink } from "../shell/PermittedLink.tsx";
import { CompareButton } from "./CompareButton.tsx";
import { DifferenceList } from "./DifferenceList.tsx";
import { DayState } from "./day-columns.tsx";
import { SumsTable } from "./SumsTable.tsx";

/** One day of both books: what differs first, then the sums, then what Stripe kept. */
export function DayPage({ file }: { file: DayFile }) {
  return (
    <PageBody>
      <DayHeader file={file} />
      {file.comparedAt === null && <NotCompared file={file} />}
      {file.comparedAt !== null && (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex min-w-0 flex-col gap-6">
            <Section title="Differences">
              <DifferenceList differences={file.differences} />
            </Section>
            <Section title="Sums">
              <SumsTable sums={file.sums} />
            </Section>
          </div>
          <Card title="The day">
            <KeyValue facts={factsOf(file)} />
          </Card>
        </div>
      )}
    </PageBody>
  );
}

function DayHeader({ file }: { file: DayFile }) {
  const { day, state, comparedAt } = file;
  return (
    <PageHeader
      back={{ href: paths.reconciliation(), label: "Reconciliation" }}
      title={civilDayText(day)}
      badges={<DayState day={file} />}
      detail={
        comparedAt === null ? (
          "The day is one in UTC."
        ) : (
          <>
            Compared <RelativeTime at={comparedAt} />. The day is one in UTC.
          </>
        )
      }
      actions={
        <>
          <CompareButton day={day} isWaiting={state === "waiting"} isFirst={comparedAt === null} />
          <PermittedLink href={paths.acts(day)} capability="act.read">
            Acts on this day
          </PermittedLink>
        </>
      }
    />
  );
}

/** A day without an answer says why, and what to do: that nothing differs is said by a comparison alone. */
function NotCompared({ file: { state, askedAt } }: { file: DayFile }) {
  if (state === "waiting" && askedAt !== null)
    return (
      <Banner tone="info" title="The worker is comparing this day">
        Asked for <RelativeTime at={askedAt} />. It takes seconds. If it lasts, the worker does not run or Stripe does
        not answer: the worker's log says why, and it is tried again every five minutes.
      </Banner>
    );
  return (
    <Banner tone="warn" title="This day was not compared">
      Nobody knows yet whether our books and Stripe's agree on it. A day is compared by itself an hour after its end,
      and up to a week later if the worker did not run then. Compare it now.
    </Banner>
  );
}

function factsOf({ matched, open, differences, settled, comparedAt }: DayFile): Fact[] {
  return [
    { label: "Agree", value: matched.toLocaleString("en-US") },
    { label: "Differ", value: open.toLocaleString("en-US") },
    { label: "Resolved", value: (differences.length - open).toLocaleString("en-US") },
    ...settled.flatMap(({ currency, feesMinor, netMinor }) => [
      { label: `Stripe's fees, ${currency}`, value: formatBooked({ amountMinor: feesMinor, currency }) },
      { label: `Left after fees, ${currency}`, value: formatBooked({ amountMinor: netMinor, currency }) },
    ]),
    { label: "Compared", value: comparedAt === null ? "Not yet" : exactTime(comparedAt) },
  ];
}
