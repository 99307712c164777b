import type { ExploredHolds, GenerationId, HoldId } from "@covenant/domain";
import { Card, KeyValue } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { Section } from "../shell/PageBody.tsx";
import { FullId } from "../shell/ShortId.tsx";
import { Answered } from "./Answered.tsx";
import { AttemptTable } from "./AttemptTable.tsx";
import { EntryDetailTable } from "./EntryDetailTable.tsx";
import { HoldTable } from "./HoldTable.tsx";
import { LedgerLink } from "./LedgerLink.tsx";
import { OwnerLink } from "./WalletPanel.tsx";

/** One hold: what it was for, how it stands, and every entry of it. */
export function HoldPanel({ holdId }: { holdId: HoldId }) {
  const hold = useQuery(api.credits.hold.queryOptions({ holdId }));
  return <Answered query={hold}>{(found) => <Holds title="Hold" id={holdId} found={found} />}</Answered>;
}

/** What a generation's credits did, and where it was sent. */
export function GenerationPanel({ generationId }: { generationId: GenerationId }) {
  const generation = useQuery(api.credits.generation.queryOptions({ generationId }));
  return (
    <Answered query={generation}>
      {(found) => (
        <>
          <Holds title="Generation" id={generationId} found={found} />
          <Section title="Attempts">
            <AttemptTable generationId={generationId} />
          </Section>
        </>
      )}
    </Answered>
  );
}

type HoldsProps = { title: string; id: string; found: ExploredHolds };

function Holds({ title, id, found: { owner, holds, entries } }: HoldsProps) {
  const causes = [...new Set(holds.map(({ cause }) => cause))].filter((cause) => cause !== id);
  return (
    <>
      <Card title={title} detail={<OwnerLink owner={owner} />}>
        <KeyValue
          facts={[
            { label: "Id", value: <FullId id={id} /> },
            ...causes.map((cause) => ({ label: "Cause", value: <LedgerLink id={cause} /> })),
            { label: "Wallet", value: <LedgerLink id={owner.memberId} /> },
          ]}
        />
      </Card>
      <Section title="How it stands">
        <HoldTable page={{ state: "ready", rows: holds }} />
      </Section>
      <Section title="Entries, oldest first">
        <EntryDetailTable page={{ state: "ready", rows: entries }} />
      </Section>
    </>
  );
}
