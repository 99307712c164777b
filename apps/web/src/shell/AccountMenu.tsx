import { Button } from "@covenant/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";

/** Leaves the account on this machine. */
export function AccountMenu() {
  const router = useRouter();
  const queryClient = useQueryClient();
  const signOut = useMutation(
    api.members.signOut.mutationOptions({
      onSuccess: async () => {
        queryClient.clear();
        await router.invalidate();
        await router.navigate({ href: paths.home });
      },
    }),
  );
  return (
    <Button variant="quiet" size="small" isPending={signOut.isPending} onClick={() => signOut.mutate()}>
      Sign out
    </Button>
  );
}
