import { type StorefrontId, storefrontIds, storefrontNames, type TermsVersionView } from "@covenant/domain";
import { Cluster, PageHeader, SelectField } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { FlipTable } from "./FlipTable.tsx";
import type { QuestionTitles } from "./flip-columns.tsx";
import { ReplaySummary } from "./ReplaySummary.tsx";

const route = getRouteApi("/_console/replay");

/** What a version of the terms would have decided over the rulings of some days: who, by which clause, worth how much. */
export function ReplayPage({ titles }: { titles: QuestionTitles }) {
  const { storefront, version, days } = route.useSearch();
  const versions = useQuery(api.replays.versions.queryOptions({ storefront }));
  const chosen = version ?? versions.data?.[0]?.version;
  const question = chosen === undefined ? null : { storefront, version: chosen, days };
  return (
    <PageBody>
      <PageHeader
        title="Replay"
        detail="Past rulings, asked again under other terms: who would have been treated differently. Nothing is changed here."
      />
      <ReplayChoices {...{ storefront, version: chosen ?? "", days }} versions={versions.data ?? []} />
      {question && <ReplaySummary question={question} titles={titles} />}
      <FlipTable question={question} failure={versions.error} titles={titles} />
    </PageBody>
  );
}

const spans = [7, 30, 90, 365];

type Choices = { storefront: StorefrontId; version: string; days: number; versions: readonly TermsVersionView[] };

/** The choice is the address, so a replay can be linked to. */
function ReplayChoices({ storefront, version, days, versions }: Choices) {
  const router = useRouter();
  const go = (choice: { storefront?: string; version?: string; days?: string }) =>
    void router.navigate({ href: paths.replay({ storefront, days: `${days}`, ...choice }), replace: true });
  return (
    <Cluster>
      <SelectField
        label="Storefront"
        options={storefrontIds.map((id) => ({ value: id, label: storefrontNames[id] }))}
        value={storefront}
        onChange={(next) => go({ storefront: next })}
      />
      <SelectField
        label="Under the terms of"
        options={versions.map((each) => ({ value: each.version, label: `${each.version}, ${stateWords[each.state]}` }))}
        value={version}
        onChange={(next) => go({ version: next })}
      />
      <SelectField
        label="Rulings of"
        options={[...new Set([...spans, days])].map((span) => ({ value: `${span}`, label: `the last ${span} days` }))}
        value={`${days}`}
        onChange={(next) => go({ ...(version === "" ? {} : { version }), days: next })}
      />
    </Cluster>
  );
}

const stateWords = {
  earlier: "no longer in force",
  "in-force": "in force",
  announced: "announced",
} as const satisfies Record<TermsVersionView["state"], string>;
