import { parkedReasons } from "@covenant/domain";
import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { PaymentEventsPage } from "../payment-events/PaymentEventsPage.tsx";
import { needs } from "../shell/capability.ts";

const search = z.object({
  show: z.catch(z.optional(z.enum(["parked", "all"])), undefined),
  reason: z.catch(z.optional(z.enum(parkedReasons)), undefined),
  about: z.catch(z.optional(z.string().check(z.maxLength(120))), undefined),
  /** The row that j and k have moved to. */
  sel: z.catch(z.optional(z.string()), undefined),
});

export const Route = createFileRoute("/_console/payment-events/")({
  validateSearch: search,
  beforeLoad: needs("order.read"),
  component: PaymentEventsPage,
});
