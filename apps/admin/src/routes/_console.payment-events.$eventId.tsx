import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { PaymentEventPage } from "../payment-events/PaymentEventPage.tsx";
import { needs } from "../shell/capability.ts";

const lookAgainMs = 5000;

export const Route = createFileRoute("/_console/payment-events/$eventId")({
  params: { parse: ({ eventId }) => ({ eventId: eventIdOf(eventId) }) },
  beforeLoad: needs("order.read"),
  loader: ({ context: { queryClient }, params }) =>
    queryClient.ensureQueryData(api.paymentEvents.get.queryOptions(params)),
  component: PaymentEventRoute,
});

/** What could not be settled is parked again by a job, a moment after it was heard. */
function PaymentEventRoute() {
  const question = api.paymentEvents.get.queryOptions(Route.useParams());
  const { data: event } = useSuspenseQuery({ ...question, refetchInterval: lookAgainMs });
  return <PaymentEventPage event={event} />;
}

function eventIdOf(text: string): string {
  if (!/^evt_\w{1,116}$/.test(text)) throw notFound();
  return text;
}
