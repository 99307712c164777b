import type { OrderId } from "@covenant/domain";
import { nextByCursor } from "@covenant/ui/data-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { EntryTable } from "./EntryTable.tsx";

/**
 * What became of an order's credits, newest first: what brought them, every hold and charge, and what went back. Shown
 * anew it asks anew.
 */
export function OrderEntries({ orderId }: { orderId: OrderId }) {
  const entries = useInfiniteQuery({
    ...api.credits.orderEntries.infiniteQueryOptions({ orderId }, nextByCursor),
    refetchOnMount: "always",
  });
  return <EntryTable page={tablePageOf(entries)} />;
}
