import type { PaymentEventView } from "@covenant/domain";
import { Banner, Card, exactTime, type Fact, KeyValue, PageHeader, RelativeTime, TextLink } from "@covenant/ui";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { PermittedLink } from "../shell/PermittedLink.tsx";
import { FullId } from "../shell/ShortId.tsx";
import { EventState } from "./event-columns.tsx";
import { heardWords, reasonAdvice, sentence } from "./event-words.ts";
import { HearAgainForm } from "./HearAgainForm.tsx";

/** One event: what it is about, why it is parked, and hearing it again. */
export function PaymentEventPage({ event }: { event: PaymentEventView }) {
  const { id, type, parked, receivedAt } = event;
  return (
    <PageBody>
      <PageHeader
        back={{ href: paths.paymentEvents(), label: "Payment events" }}
        title={type}
        badges={<EventState event={event} />}
        detail={
          <>
            Received <RelativeTime at={receivedAt} />.
          </>
        }
        actions={
          <PermittedLink href={paths.acts(id)} capability="act.read">
            Acts on this event
          </PermittedLink>
        }
      />
      {parked !== null && (
        <Banner tone={parked.reason === "unsettled" ? "bad" : "warn"} title={`${sentence(parked.problem)}.`}>
          {reasonAdvice[parked.reason]}
        </Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title="Event">
          <KeyValue facts={factsOf(event)} />
        </Card>
        <Card title="Hear it again">
          <HearAgainForm key={event.attempts} event={event} />
        </Card>
      </div>
    </PageBody>
  );
}

function factsOf({
  id,
  about,
  orderId,
  apiVersion,
  heardBy,
  occurredAt,
  processedAt,
  attempts,
}: PaymentEventView): Fact[] {
  return [
    { label: "Event", value: <FullId id={id} /> },
    { label: "About", value: about === null ? "Nothing we keep" : <FullId id={about.processorId} /> },
    {
      label: "Order",
      value: orderId === null ? "None of ours" : <TextLink href={paths.order(orderId)}>{orderId}</TextLink>,
    },
    { label: "Written in version", value: apiVersion ?? "Not said" },
    { label: "How it came", value: heardWords[heardBy] },
    { label: "Happened", value: occurredAt === null ? "Not said" : exactTime(occurredAt) },
    { label: "Last heard", value: processedAt === null ? "Not yet" : exactTime(processedAt) },
    { label: "Heard", value: attempts === 1 ? "Once" : `${attempts} times` },
  ];
}
