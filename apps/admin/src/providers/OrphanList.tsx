import { formatCredits, noteMost, noteSchema, type OrphanView, storefrontNames } from "@covenant/domain";
import { Code, Disclosure, EmptyState, RelativeTime } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { tableRowsOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { reasonWithout } from "../shell/capability.ts";
import { Section } from "../shell/PageBody.tsx";
import { useStaff } from "../shell/use-staff.ts";
import { lookEveryMs } from "./provider-words.ts";

const columns: readonly Column<OrphanView>[] = [
  { id: "attempt", header: "Attempt", cell: ({ attemptId }) => <Code>{attemptId}</Code> },
  { id: "where", header: "Sent to", cell: ({ provider, upstreamModel }) => `${upstreamModel} at ${provider}` },
  { id: "storefront", header: "Storefront", cell: ({ storefront }) => storefrontNames[storefront], width: "9rem" },
  { id: "sent", header: "Sent", cell: ({ sentAt }) => <RelativeTime at={sentAt} />, width: "8rem" },
  { id: "held", header: "Held", cell: (orphan) => <Held orphan={orphan} />, width: "12rem" },
];

/** Jobs that may exist upstream though their answers were lost, with the two ways out: found there, or not. */
export function OrphanList() {
  const orphans = useQuery({ ...api.generations.orphans.queryOptions(), refetchInterval: lookEveryMs });
  return (
    <Section title="Orphans: sent, and the answer lost">
      <DataTable
        label="Orphans"
        columns={columns}
        page={tableRowsOf(orphans)}
        rowKey={({ attemptId }) => attemptId}
        empty={
          <EmptyState title="No orphans">Of everything that was sent, the job is known or there is none.</EmptyState>
        }
      />
      {(orphans.data ?? []).map((orphan) => (
        <Disclosure key={orphan.attemptId} title={`Say what became of ${orphan.attemptId}`}>
          <div className="grid gap-6 py-2 md:grid-cols-2">
            <FoundForm orphan={orphan} />
            <NotFoundForm orphan={orphan} />
          </div>
        </Disclosure>
      ))}
    </Section>
  );
}

function Held({ orphan: { heldCredits, heldUntil } }: { orphan: OrphanView }) {
  if (heldCredits === null) return "Nothing, it is over";
  if (heldUntil === null) return formatCredits(heldCredits);
  return (
    <>
      {formatCredits(heldCredits)}, until <RelativeTime at={heldUntil} />
    </>
  );
}

const note = noteSchema("Say how you know: it is kept with the act.");
const foundForm = z.object({
  upstreamId: z.string().check(z.trim(), z.minLength(1, "Give the id it has at the provider.")),
  note,
});

function FoundForm({ orphan: { attemptId, heldCredits } }: { orphan: OrphanView }) {
  const { missing, attach } = useWaysOut();
  const shell = useFormShell({
    defaultValues: { upstreamId: "", note: "" },
    schema: foundForm,
    explainFailure: presentFailure,
    onSubmit: async (typed) => {
      await attach.mutateAsync({ attemptId, ...typed });
      showToast({ tone: "ok", title: "The attempt goes on with the job that was found" });
    },
  });
  const { form } = shell;
  return (
    <FormShell shell={shell} submitLabel="It was found" disabledReason={missing}>
      <p className="text-small text-muted">
        {heldCredits === null
          ? "Its generation is over: the job is stopped and erased there, and no credits move."
          : "Its generation goes on with the job, and is delivered and charged as any other."}
      </p>
      <form.AppField name="upstreamId">
        {(field) => <field.TextField label="Its id at the provider" isReadOnly={missing !== undefined} />}
      </form.AppField>
      <form.AppField name="note">
        {(field) => (
          <field.TextArea label="How you know" rows={2} maxLength={noteMost} isReadOnly={missing !== undefined} />
        )}
      </form.AppField>
    </FormShell>
  );
}

function NotFoundForm({ orphan: { attemptId, heldCredits } }: { orphan: OrphanView }) {
  const { missing, release } = useWaysOut();
  const shell = useFormShell({
    defaultValues: { note: "" },
    schema: z.object({ note }),
    explainFailure: presentFailure,
    onSubmit: async (typed) => {
      await release.mutateAsync({ attemptId, ...typed });
      showToast({ tone: "ok", title: "The attempt is closed" });
    },
  });
  const { form } = shell;
  return (
    <FormShell shell={shell} submitLabel="It is not there" isDangerous disabledReason={missing}>
      <p className="text-small text-muted">
        {heldCredits === null
          ? "Its generation is over: only this entry goes."
          : `Its generation ends as failed, and ${formatCredits(heldCredits)} come back to the member at once.`}
      </p>
      <form.AppField name="note">
        {(field) => (
          <field.TextArea label="How you know" rows={2} maxLength={noteMost} isReadOnly={missing !== undefined} />
        )}
      </form.AppField>
    </FormShell>
  );
}

function useWaysOut() {
  const queryClient = useQueryClient();
  const missing = reasonWithout(useStaff(), "provider.change");
  const onSettled = () =>
    Promise.all(
      [api.generations, api.routing, api.acts].map((part) => queryClient.invalidateQueries(part.pathFilter())),
    );
  const attach = useMutation(api.generations.attach.mutationOptions({ onSettled }));
  const release = useMutation(api.generations.release.mutationOptions({ onSettled }));
  return { missing, attach, release };
}
