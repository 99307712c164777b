import { NavigationProvider } from "@covenant/ui";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Api } from "../api/trpc.ts";
import { AppFrame } from "../shell/AppFrame.tsx";
import { hearOtherWindows } from "../shell/other-windows.ts";

type RouterContext = { queryClient: QueryClient; api: Api; hasStorefront: boolean };

export const Route = createRootRouteWithContext<RouterContext>()({
  beforeLoad: async ({ context: { queryClient, api, hasStorefront }, location }) => {
    // Plain localhost belongs to no storefront; its page lists them and needs no api.
    if (!hasStorefront) return { storefront: null, member: null };
    const [storefront, member] = await Promise.all([
      queryClient.ensureQueryData({ ...api.terms.storefront.queryOptions(), staleTime: Number.POSITIVE_INFINITY }),
      queryClient.ensureQueryData(api.members.me.queryOptions()),
    ]);
    return { storefront, member, location };
  },
  component: Root,
});

function Root() {
  const router = useRouter();
  const { queryClient, storefront } = Route.useRouteContext();
  // Connects the page's title and colours to the storefront; there is nothing to let go of.
  useEffect(() => {
    document.title = storefront?.name ?? "Covenant";
    if (storefront !== null) document.documentElement.dataset.face = storefront.id;
  }, [storefront]);
  // Connects the page to the other windows: nothing of a member stays in sight once they have signed out in one.
  useEffect(
    () =>
      hearOtherWindows(() => {
        queryClient.clear();
        void router.invalidate();
      }),
    [queryClient, router],
  );
  return (
    <QueryClientProvider client={queryClient}>
      <NavigationProvider navigate={(href) => void router.navigate({ href })}>
        {storefront === null ? <Outlet /> : <AppFrame />}
      </NavigationProvider>
    </QueryClientProvider>
  );
}
