import type { ModelFile, RegistryEdit, RegistryModel } from "@covenant/domain";
import { showToast } from "@covenant/ui/toast";
import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";

/** The model as it is to be; null while what is typed is not yet one. */
export function editOf({ storefront, model }: ModelFile, change: Partial<RegistryModel> | null): RegistryEdit | null {
  return change === null ? null : { storefront, models: [{ ...model, ...change }] };
}

const previewOf = (edit: RegistryEdit | null) =>
  api.registry.preview.queryOptions(edit ?? skipToken, { staleTime: 0, retry: false });

/** What an edit would do, and why it cannot be done yet. */
export function useEditPlan(edit: RegistryEdit | null) {
  const missing = reasonWithout(useStaff(), "provider.change");
  const preview = useQuery(previewOf(edit));
  const { data, error } = preview;
  const reason = () => {
    if (missing !== undefined || edit === null) return missing;
    if (error !== null) return "What this would do is not known.";
    if (data === undefined) return "Wait until it is clear what this would do.";
    if (data.faults.length > 0) return "It cannot be done as it stands.";
    return data.differences.length === 0 ? "Nothing is changed yet." : undefined;
  };
  return { preview, reason: reason(), isReadOnly: missing !== undefined };
}

/** Does an edit as its preview on the screen said, or nothing. */
export function useApplyEdit({ model }: ModelFile) {
  const queryClient = useQueryClient();
  const apply = useMutation(
    api.registry.edit.mutationOptions({
      onSettled: () =>
        Promise.all(
          [api.registry, api.routing, api.acts].map((part) => queryClient.invalidateQueries(part.pathFilter())),
        ),
    }),
  );
  return async (edit: RegistryEdit | null, note: string): Promise<void> => {
    const planned = edit === null ? undefined : queryClient.getQueryData(previewOf(edit).queryKey);
    if (edit === null || planned === undefined) return;
    const { prices } = await apply.mutateAsync({ edit, digest: planned.digest, note });
    const told = prices.reduce((sum, { subscribers }) => sum + subscribers, 0);
    showToast({
      tone: "ok",
      title: `${model.name} is changed`,
      ...(told > 0 && { detail: `${told.toLocaleString("en-US")} subscribers are told by mail.` }),
    });
  };
}
