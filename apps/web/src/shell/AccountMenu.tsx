import { Button, LinkButton } from "@covenant/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { tellOtherWindows } from "./other-windows.ts";

/** How the account stands, and the way out of it on this machine. A small screen has room for one; the other stands below. */
export function AccountMenu() {
  const router = useRouter();
  const queryClient = useQueryClient();
  const signOut = useMutation(
    api.members.signOut.mutationOptions({
      onSuccess: async () => {
        tellOtherWindows();
        queryClient.clear();
        await router.invalidate();
        await router.navigate({ href: paths.home });
      },
    }),
  );
  return (
    <>
      <span className="hidden md:block">
        <LinkButton variant="quiet" size="small" href={paths.standing}>
          Standing
        </LinkButton>
      </span>
      <Button variant="quiet" size="small" isPending={signOut.isPending} onClick={() => signOut.mutate()}>
        Sign out
      </Button>
    </>
  );
}
