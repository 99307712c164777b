import type { MemberView } from "@covenant/domain";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";

const root = getRouteApi("__root__");

/** The signed-in member, kept fresh; null for a visitor. */
export function useMember(): MemberView | null {
  const { member } = root.useRouteContext();
  const { data } = useQuery({ ...api.members.me.queryOptions(), initialData: member });
  return data;
}
