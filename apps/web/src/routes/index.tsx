import { createFileRoute, getRouteApi } from "@tanstack/react-router";
import { StorefrontHome } from "../shell/StorefrontHome.tsx";
import { StorefrontList } from "../shell/StorefrontList.tsx";

export const Route = createFileRoute("/")({ component: Home });

function Home() {
  const { storefront } = getRouteApi("__root__").useRouteContext();
  return storefront === null ? <StorefrontList /> : <StorefrontHome />;
}
