import { NavigationProvider } from "@covenant/ui";
import { Toaster } from "@covenant/ui/toast";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet, useRouter } from "@tanstack/react-router";
import type { Api } from "../api/trpc.ts";

type RouterContext = { queryClient: QueryClient; api: Api };

export const Route = createRootRouteWithContext<RouterContext>()({
  beforeLoad: async ({ context: { queryClient, api } }) => ({
    staff: await queryClient.ensureQueryData(api.door.me.queryOptions()),
  }),
  component: Root,
});

function Root() {
  const router = useRouter();
  const { queryClient } = Route.useRouteContext();
  return (
    <QueryClientProvider client={queryClient}>
      <NavigationProvider navigate={(href) => void router.navigate({ href })}>
        <Outlet />
        <Toaster />
      </NavigationProvider>
    </QueryClientProvider>
  );
}
