import { newId, noteSchema, type PlanFile } from "@covenant/domain";
import { localMoment, readLocalMoment } from "@covenant/ui";
import { useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { previewOf, questionOf } from "./use-price-change-plan.ts";

/** As the screen holds it: an amount in whole units of the currency, a moment of the reader's zone. */
export type TypedPrice = { amount: number | null; effectiveAt: string };

const priceForm = z.object({
  amount: z
    .nullable(z.number())
    .check(
      z.refine((amount) => amount !== null && amount >= 0.5 && amount < 1_000_000, "A price from 0.50 to 999,999.99."),
    ),
  effectiveAt: z.string().check(
    z.refine((typed) => readLocalMoment(typed) !== null, "Say from when it holds."),
    z.refine((typed) => Date.parse(typed) > Date.now(), "A price cannot hold for a time that is over."),
  ),
  note: noteSchema("Say why: the reason is kept with the price."),
});

/** The form of a new price. It sends what the preview on the screen said, so that nobody is told who was not counted. */
export function usePriceChangeForm(plan: PlanFile) {
  // Made once, so that a press that is sent twice is one change.
  const [requestId] = useState(() => newId("request"));
  const [tomorrow] = useState(midnightAhead);
  const queryClient = useQueryClient();
  const change = useMutation(
    api.prices.change.mutationOptions({
      onSettled: () =>
        Promise.all(
          [api.prices, api.subscriptions, api.acts].map((part) => queryClient.invalidateQueries(part.pathFilter())),
        ),
    }),
  );
  const blank: TypedPrice & { note: string } = { amount: null, effectiveAt: tomorrow, note: "" };
  return useFormShell({
    defaultValues: blank,
    schema: priceForm,
    explainFailure: presentFailure,
    onSubmit: async ({ note, ...typed }) => {
      const question = questionOf(plan, typed);
      const planned = question === null ? undefined : queryClient.getQueryData(previewOf(question).queryKey);
      if (question === null || planned === undefined) return;
      await change.mutateAsync({ ...question, requestId, note, expectedSubscribers: planned.subscribers });
      showToast({ tone: "ok", title: `${plan.name} has a new price`, detail: toldWords(planned.subscribers) });
    },
  });
}

function toldWords(subscribers: number): string {
  if (subscribers === 0) return "Nobody has subscribed, so nobody had to be told.";
  return subscribers === 1 ? "One subscriber is told by mail." : `${subscribers} subscribers are told by mail.`;
}

function midnightAhead(): string {
  const at = new Date();
  at.setHours(24, 0, 0, 0);
  return localMoment(at);
}
