import type { StorefrontView } from "@covenant/domain";
import { getRouteApi } from "@tanstack/react-router";

const root = getRouteApi("__root__");

/** The storefront of this host. Pages outside any storefront never ask. */
export function useStorefront(): StorefrontView {
  const { storefront } = root.useRouteContext();
  if (storefront === null) throw new Error("this page belongs to no storefront");
  return storefront;
}

/** Whether somebody is signed in. Who, and with which balance, is `useMember`, which needs more code. */
export function useIsMember(): boolean {
  return root.useRouteContext().member !== null;
}
