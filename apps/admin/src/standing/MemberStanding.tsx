import type { MemberId, SanctionView } from "@covenant/domain";
import { Card, Disclosure, SkeletonText } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { Section } from "../shell/PageBody.tsx";
import { OpenCaseForm } from "./OpenCaseForm.tsx";
import { RecordTables } from "./RecordTables.tsx";
import { UndoForm, undoTitle } from "./UndoForm.tsx";

/** Where a member stands: strikes, sanctions, the way to lift one, and the way to open a case about their conduct. */
export function MemberStanding({ memberId }: { memberId: MemberId }) {
  const { data: record, error } = useQuery(api.sanctions.ofMember.queryOptions({ memberId }));
  return (
    <Section title="Standing">
      {error !== null && (
        <p role="alert" className="text-ui text-bad">
          {presentFailure(error).title}
        </p>
      )}
      {error === null && record === undefined && <SkeletonText lines={4} label="Loading the record" />}
      {record !== undefined && <RecordTables record={record} actions={(sanction) => <Undo sanction={sanction} />} />}
      <Card title="Conduct">
        <Disclosure title="Open a case about this account">
          <OpenCaseForm memberId={memberId} />
        </Disclosure>
      </Card>
    </Section>
  );
}

/** What ends by itself, or has not come yet, can be undone before; what was wrong, also afterwards. */
function Undo({ sanction }: { sanction: SanctionView }) {
  const { kind, state } = sanction;
  const isClosed = kind === "termination" && state === "in-force";
  if (state === "undone" || isClosed) return null;
  return (
    <Disclosure title={undoTitle(sanction)}>
      <UndoForm sanction={sanction} />
    </Disclosure>
  );
}
