import { generationStates, type OverviewView } from "@covenant/domain";
import { PageHeader, RelativeTime } from "@covenant/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { reasonWithout } from "../shell/capability.ts";
import { PageBody, Section } from "../shell/PageBody.tsx";
import { useStaff } from "../shell/use-staff.ts";
import { Figure, FigureGrid } from "./Figure.tsx";

const everyMs = 30_000;

/** What waits, and for whom. Each figure that has a list leads to it. */
export function OverviewPage() {
  const { data: overview } = useSuspenseQuery({ ...api.overview.get.queryOptions(), refetchInterval: everyMs });
  return (
    <PageBody>
      <PageHeader title="Overview" detail="What waits, looked at again every half minute." />
      <ForPeople overview={overview} />
      <Money overview={overview} />
      <ForMachines overview={overview} />
      <Generations counts={overview.generationsToday} />
    </PageBody>
  );
}

function ForPeople({ overview }: { overview: OverviewView }) {
  const { openCases, creditsUnderReview, oldestOpenCaseAt } = overview;
  const canSee = reasonWithout(useStaff(), "case.read") === undefined;
  const link = canSee ? { href: paths.cases({ state: "open" }) } : {};
  return (
    <Section title="Waits for a person">
      <FigureGrid>
        <Figure
          label="Open cases"
          count={openCases}
          note={oldestOpenCaseAt === null ? "Nothing waits." : <Oldest at={oldestOpenCaseAt} />}
          {...link}
        />
        <Upstreams overview={overview} />
        <Figure
          label="Credits under review"
          count={creditsUnderReview}
          note={creditsUnderReview === 0 ? "Nobody's credits wait." : "Set aside until a case is decided or lapses."}
          {...link}
        />
      </FigureGrid>
    </Section>
  );
}

/** What keeps generations from being sent: breakers that opened by themselves, and stops that a person set. */
function Upstreams({ overview: { openBreakers, killSwitches } }: { overview: OverviewView }) {
  const canSee = reasonWithout(useStaff(), "provider.read") === undefined;
  const stops =
    killSwitches === 1 ? "One thing is stopped by a person." : `${killSwitches} things are stopped by a person.`;
  return (
    <Figure
      label="Open breakers"
      count={openBreakers}
      note={killSwitches === 0 ? "Upstreams that are not asked, since too much failed there." : stops}
      {...(canSee ? { href: paths.providers } : {})}
    />
  );
}

function Oldest({ at }: { at: string }) {
  return (
    <>
      The oldest was opened <RelativeTime at={at} />.
    </>
  );
}

/** Money that did not go as it should: each figure leads to its list. */
function Money({ overview }: { overview: OverviewView }) {
  const canSee = reasonWithout(useStaff(), "order.read") === undefined;
  const link = (href: string) => (canSee ? { href } : {});
  return (
    <Section title="Money that needs a person">
      <FigureGrid>
        {moneyFigures.map(({ id, label, note, href }) => (
          <Figure
            key={id}
            label={label}
            count={overview[id]}
            note={overview[id] === 0 ? "None." : note}
            {...link(href)}
          />
        ))}
      </FigureGrid>
    </Section>
  );
}

const moneyFigures = [
  {
    id: "failedRefunds",
    label: "Refunds that failed",
    note: "The member's money did not arrive; each order says why.",
    href: paths.orders({ trouble: "refund-failed" }),
  },
  {
    id: "askedByBanks",
    label: "Banks that ask",
    note: "Questions and disputes to answer in Stripe's dashboard.",
    href: paths.orders({ trouble: "bank-asks" }),
  },
  {
    id: "unsettledOrders",
    label: "Paid otherwise than ordered",
    note: "Somebody paid and has no credits.",
    href: paths.orders({ trouble: "unsettled" }),
  },
  {
    id: "parkedEvents",
    label: "Parked events",
    note: "Stripe said something that nobody could use.",
    href: paths.paymentEvents(),
  },
  {
    id: "daysThatDiffer",
    label: "Days that differ",
    note: "Our books and Stripe's do not agree.",
    href: paths.reconciliation({ state: "differs" }),
  },
] as const satisfies readonly { id: keyof OverviewView; label: string; note: string; href: string }[];

function ForMachines({ overview }: { overview: OverviewView }) {
  return (
    <Section title="Under way by itself">
      <FigureGrid>
        <Figure label="Generations" count={overview.unfinishedGenerations} note="Queued or running now." />
        <Figure label="Unpaid orders" count={overview.unpaidOrders} note="Placed; no verified payment yet." />
        <Figure label="Mail" count={overview.mailWaiting} note="Written and not yet handed over." />
      </FigureGrid>
    </Section>
  );
}

function Generations({ counts }: { counts: OverviewView["generationsToday"] }) {
  return (
    <Section title="Generations of the last 24 hours">
      <dl className="flex flex-wrap rounded-card border bg-surface">
        {generationStates.map((state) => (
          <div key={state} className="flex min-w-28 flex-1 flex-col gap-0.5 px-4 py-3">
            <dt className="text-small text-muted first-letter:uppercase">{state}</dt>
            <dd className="text-h3 tabular">{(counts[state] ?? 0).toLocaleString("en-US")}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
