import { Banner, RelativeTime } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/** That webhooks came whose signature does not hold, and what to look at; nothing where none did. */
export function UnsignedEvents() {
  const { data } = useQuery(api.paymentEvents.unsigned.queryOptions());
  if (!data) return null;
  const { count, firstAt, lastAt, signedAt } = data;
  const isRunning = signedAt !== null && signedAt > lastAt;
  return (
    <Banner
      tone={isRunning ? "info" : "bad"}
      title={`${count.toLocaleString("en-US")} ${count === 1 ? "webhook was" : "webhooks were"} refused: the signature does not hold`}
    >
      The first came <RelativeTime at={firstAt} />, the last <RelativeTime at={lastAt} />.{" "}
      {signedAt === null ? (
        "No signed one has ever come."
      ) : (
        <>
          The last signed one came <RelativeTime at={signedAt} />
          {isRunning ? ", so whoever sent the others is likely not Stripe." : "."}
        </>
      )}{" "}
      If they are Stripe's, compare the endpoint's signing secret in Stripe's dashboard with STRIPE_WEBHOOK_SECRET, see
      that nothing between rewrites the body, and that this machine's clock is right to five minutes. Nothing is lost
      meanwhile: Stripe's events are asked for every five minutes.
    </Banner>
  );
}
