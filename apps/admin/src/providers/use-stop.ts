import type { KillSwitchQuestion, KillSwitchView } from "@covenant/domain";
import { showToast } from "@covenant/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { stopReasons } from "./provider-words.ts";

type Stop = KillSwitchQuestion & { reason: string; note: string };

/** Stops something, or lets it run again; the page is read anew either way. */
export function useStop() {
  const queryClient = useQueryClient();
  const onSettled = () =>
    Promise.all([api.routing, api.acts].map((part) => queryClient.invalidateQueries(part.pathFilter())));
  const stopping = useMutation(api.routing.stop.mutationOptions({ onSettled }));
  const lifting = useMutation(api.routing.lift.mutationOptions({ onSettled }));
  return {
    stop: async ({ kind, target, reason, note }: Stop) => {
      const why = stopReasons.find(({ value }) => value === reason)?.label ?? reason;
      await stopping.mutateAsync({ kind, target, reason: note === "" ? why : `${why}: ${note}` });
      showToast({ tone: "ok", title: `${target} is stopped` });
    },
    lift: async ({ id, target }: KillSwitchView) => {
      await lifting.mutateAsync({ killSwitchId: id });
      showToast({ tone: "ok", title: `${target} runs again` });
    },
  };
}
