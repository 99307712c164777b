import { newId, noteSchema, type SubscriptionFile } from "@covenant/domain";
import { dayText, localMoment, readLocalMoment } from "@covenant/ui";
import { useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";

const cancellationForm = z.object({
  receivedAt: z.string().check(
    z.refine((typed) => readLocalMoment(typed) !== null, "Say when the mail arrived."),
    z.refine((typed) => Date.parse(typed) <= Date.now(), "A mail that is here has arrived already."),
  ),
  note: noteSchema("Say what the member wrote: it is kept with the cancellation."),
});

/** The form of a cancellation by mail. Whatever came of it, what it may have changed is read again. */
export function useCancellationForm({ id, planName }: SubscriptionFile) {
  // Made once, so that a press that is sent twice is one cancellation.
  const [requestId] = useState(() => newId("request"));
  const [now] = useState(() => localMoment(new Date()));
  const queryClient = useQueryClient();
  const cancel = useMutation(
    api.subscriptions.cancel.mutationOptions({
      onSettled: () =>
        Promise.all(
          [api.subscriptions, api.orders, api.credits, api.acts].map((part) =>
            queryClient.invalidateQueries(part.pathFilter()),
          ),
        ),
    }),
  );
  return useFormShell({
    defaultValues: { receivedAt: now, note: "" },
    schema: cancellationForm,
    explainFailure: presentFailure,
    onSubmit: async ({ receivedAt, note }) => {
      const at = readLocalMoment(receivedAt);
      if (at === null) return;
      const { endsAt } = await cancel.mutateAsync({ requestId, subscriptionId: id, receivedAt: at, note });
      const detail =
        endsAt === null ? "The member is told by mail." : `It ends on ${dayText(endsAt)}; the member is told by mail.`;
      showToast({ tone: "ok", title: `${planName} is cancelled`, detail });
    },
  });
}
