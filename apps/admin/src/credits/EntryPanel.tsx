import { type ExploredEntry, formatCredits, type MemberId } from "@covenant/domain";
import { Card, Code, exactTime, type Fact, KeyValue, LinkButton, TextLink } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { FullId } from "../shell/ShortId.tsx";
import { Answered } from "./Answered.tsx";
import { figure } from "./figure.ts";
import { LedgerLink } from "./LedgerLink.tsx";
import { entryText } from "./read-question.ts";
import { OwnerLink } from "./WalletPanel.tsx";

/** All that one entry says, and the entry it is chained to. */
export function EntryPanel({ memberId, version }: { memberId: MemberId; version: number }) {
  const entry = useQuery(api.credits.entry.queryOptions({ memberId, version }));
  return (
    <Answered query={entry}>
      {(found) => (
        <Card
          title={`Entry ${figure(version)}`}
          detail={<OwnerLink owner={found.owner} />}
          actions={<Neighbours memberId={memberId} version={version} hasNext={found.hasNext} />}
        >
          <KeyValue facts={factsOf(found)} />
        </Card>
      )}
    </Answered>
  );
}

function Neighbours({ memberId, version, hasNext }: { memberId: MemberId; version: number; hasNext: boolean }) {
  const at = (number: number) => paths.ledger({ find: entryText(memberId, number) });
  return (
    <>
      {version > 1 && (
        <LinkButton size="small" href={at(version - 1)}>
          Entry before
        </LinkButton>
      )}
      {hasNext && (
        <LinkButton size="small" href={at(version + 1)}>
          Entry after
        </LinkButton>
      )}
    </>
  );
}

function factsOf({ owner, entry, previousHash, seal, caseId }: ExploredEntry): Fact[] {
  const { availableAfter, heldAfter, frozenAfter } = entry;
  return [
    { label: "Kind", value: entry.kind },
    { label: "Moved", value: `${formatCredits(entry.credits)}, ${entry.from} → ${entry.to}` },
    {
      label: "Balance after",
      value: `${figure(availableAfter)} available, ${figure(heldAfter)} held, ${figure(frozenAfter)} frozen`,
    },
    { label: "When", value: exactTime(entry.at) },
    ...linked("Cause", entry.cause),
    ...linked("Decided in", caseId),
    ...(entry.reason === null ? [] : [{ label: "Reason", value: entry.reason }]),
    ...linked("Hold", entry.holdId),
    ...(entry.lotId === null ? [] : [{ label: "Lot", value: <FullId id={entry.lotId} /> }]),
    ...linked("Order of the lot", entry.orderId),
    ...linked("Wallet", owner.memberId),
    { label: "Key", value: entry.key === null ? "None: its lot was due" : <Code>{entry.key}</Code> },
    { label: "Hash", value: <Code>{entry.hash}</Code> },
    { label: "Hash before", value: previousHash === null ? "It is the first" : <Code>{previousHash}</Code> },
    { label: "Seal", value: seal === null ? "Not sealed yet" : <SealLink number={seal} /> },
  ];
}

const linked = (label: string, id: string | null) => (id === null ? [] : [{ label, value: <LedgerLink id={id} /> }]);

function SealLink({ number }: { number: number }) {
  return <TextLink href={paths.ledger({ find: String(number) })}>{figure(number)}</TextLink>;
}
