import { formatMoney, noteMost, noteSchema, type OrderId, type ProposalView } from "@covenant/domain";
import { Banner, Button, Card, Disclosure, RelativeTime } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { reasonWithout } from "../shell/capability.ts";
import { PreviewCard } from "../shell/PreviewCard.tsx";
import { useStaff } from "../shell/use-staff.ts";

/** A refund of an order that waits for a second person; nothing where none does. */
export function ProposedRefund({ orderId }: { orderId: OrderId }) {
  const { data } = useQuery(api.proposals.list.queryOptions({ subject: orderId }));
  const [proposal] = data?.rows ?? [];
  return proposal === undefined ? null : <Waiting key={proposal.id} proposal={proposal} />;
}

function Waiting({ proposal }: { proposal: ProposalView }) {
  const { id: proposalId, amount, note, proposedBy, proposedAt } = proposal;
  const staff = useStaff();
  const missing =
    reasonWithout(staff, "order.refund") ??
    (staff.id === proposedBy.id ? "You proposed it, so somebody else has to decide." : undefined);
  // What is approved is what it would do now, so each look at it asks again.
  const preview = useQuery(api.refunds.proposed.queryOptions({ proposalId }, { staleTime: 0 }));
  const approve = useMutation(api.refunds.approve.mutationOptions({ onSettled: useReread() }));
  const changed = preview.data?.isAsProposed === false;
  return (
    <Card title={`Proposed: ${formatMoney(amount)} back`}>
      <div className="flex flex-col gap-3">
        <p className="text-ui font-normal wrap-anywhere">
          {proposedBy.name}, <RelativeTime at={proposedAt} />: {note}
        </p>
        <PreviewCard
          preview={{ data: preview.data?.plan, error: preview.error, refetch: preview.refetch }}
          effects={({ effects }) => effects}
        />
        {changed && (
          <Banner tone="warn" title="It would be another refund by now">
            What was proposed can no longer be done. Decline it; it can be proposed anew.
          </Banner>
        )}
        {approve.error !== null && <Banner tone="bad" title={presentFailure(approve.error).title} />}
        <Button
          variant="primary"
          isPending={approve.isPending}
          disabledReason={missing ?? (preview.data?.isAsProposed === true ? undefined : "It is not what was proposed.")}
          onClick={() => approve.mutate({ proposalId })}
        >
          Approve {formatMoney(amount)}
        </Button>
        <Decline proposal={proposal} missing={missing} />
      </div>
    </Card>
  );
}

const declineForm = z.object({ reason: noteSchema("Say why: it is kept with the proposal.") });

function Decline({ proposal: { id: proposalId }, missing }: { proposal: ProposalView; missing: string | undefined }) {
  const decline = useMutation(api.proposals.decline.mutationOptions({ onSettled: useReread() }));
  const shell = useFormShell({
    defaultValues: { reason: "" },
    schema: declineForm,
    explainFailure: presentFailure,
    onSubmit: async ({ reason }) => void (await decline.mutateAsync({ proposalId, reason })),
  });
  const { form } = shell;
  return (
    <Disclosure title="Decline it">
      <FormShell shell={shell} submitLabel="Decline" disabledReason={missing}>
        <form.AppField name="reason">
          {(field) => <field.TextArea label="Why not" maxLength={noteMost} isReadOnly={missing !== undefined} />}
        </form.AppField>
      </FormShell>
    </Disclosure>
  );
}

/** Whatever came of it, what it may have changed is read again. */
function useReread() {
  const queryClient = useQueryClient();
  return () =>
    Promise.all(
      [api.proposals, api.orders, api.refunds, api.overview, api.credits, api.acts].map((part) =>
        queryClient.invalidateQueries(part.pathFilter()),
      ),
    );
}
