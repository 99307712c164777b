import { roleNames } from "@covenant/domain";
import { Button } from "@covenant/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { useStaff } from "./use-staff.ts";

/** Who is signed in, as what, and the way out. */
export function StaffCard() {
  const { name, email, roles } = useStaff();
  const signOut = useSignOut();
  return (
    <div className="flex items-center justify-between gap-2">
      <div className="hidden min-w-0 flex-col md:flex" title={email}>
        <span className="truncate text-ui font-medium">{name}</span>
        <span className="truncate text-small text-muted">{roles.map((role) => roleNames[role]).join(", ")}</span>
      </div>
      <Button variant="quiet" size="small" isPending={signOut.isPending} onClick={() => signOut.mutate()}>
        Sign out
      </Button>
    </div>
  );
}

function useSignOut() {
  const router = useRouter();
  const queryClient = useQueryClient();
  return useMutation(
    api.door.signOut.mutationOptions({
      onSuccess: async () => {
        // The next person at this machine must find nothing of what this one saw.
        queryClient.clear();
        queryClient.setQueryData(api.door.me.queryKey(), null);
        await router.navigate({ href: paths.signIn() });
      },
    }),
  );
}
