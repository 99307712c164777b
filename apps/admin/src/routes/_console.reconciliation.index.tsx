import { dayStates } from "@covenant/domain";
import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { RateAlarm } from "../exchange-rates/RateAlarm.tsx";
import { UnsignedEvents } from "../payment-events/UnsignedEvents.tsx";
import { DaysPage } from "../reconciliation/DaysPage.tsx";
import { needs } from "../shell/capability.ts";

const search = z.object({
  state: z.catch(z.optional(z.enum(dayStates)), undefined),
  /** The row that j and k have moved to. */
  sel: z.catch(z.optional(z.string()), undefined),
});

export const Route = createFileRoute("/_console/reconciliation/")({
  validateSearch: search,
  beforeLoad: needs("order.read"),
  component: () => (
    <DaysPage
      alarm={
        <>
          <UnsignedEvents />
          <RateAlarm />
        </>
      }
    />
  ),
});
