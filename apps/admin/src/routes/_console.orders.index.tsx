import { orderStandings, orderTroubles, storefrontIdSchema } from "@covenant/domain";
import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { OrdersPage } from "../orders/OrdersPage.tsx";
import { needs } from "../shell/capability.ts";

const search = z.object({
  member: z.catch(z.optional(z.string().check(z.maxLength(254))), undefined),
  storefront: z.catch(z.optional(storefrontIdSchema), undefined),
  standing: z.catch(z.optional(z.enum(orderStandings)), undefined),
  trouble: z.catch(z.optional(z.enum(orderTroubles)), undefined),
  /** The row that j and k have moved to. */
  sel: z.catch(z.optional(z.string()), undefined),
});

export const Route = createFileRoute("/_console/orders/")({
  validateSearch: search,
  beforeLoad: needs("order.read"),
  component: OrdersPage,
});
