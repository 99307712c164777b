import type { MemberId } from "@covenant/domain";
import { StatusBadge } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { standingOf } from "./standing-words.ts";

/** That an account is limited, suspended, to be closed or closed; nothing where it works, and until it is known. */
export function StandingBadge({ memberId }: { memberId: MemberId }) {
  const { data: record } = useQuery(api.sanctions.ofMember.queryOptions({ memberId }));
  const words = standingOf(record?.sanctions ?? []);
  return words && <StatusBadge tone="bad">{words}</StatusBadge>;
}
