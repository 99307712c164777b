import type { OrderCreditsView } from "@covenant/domain";
import { creditPlaces } from "./order-words.ts";

const always = ["granted", "available", "spent"];

/** Where each credit of the order is now. Places that hold none and never have to are left out. */
export function OrderCredits({ credits }: { credits: OrderCreditsView }) {
  const places = creditPlaces.filter(({ id }) => always.includes(id) || credits[id] > 0);
  return (
    <dl className="grid grid-cols-2 rounded-card border bg-surface sm:grid-cols-4">
      {places.map(({ id, label }) => (
        <div key={id} className="flex flex-col gap-0.5 px-4 py-3">
          <dt className="text-small text-muted">{label}</dt>
          <dd className="text-h3 tabular">{credits[id].toLocaleString("en-US")}</dd>
        </div>
      ))}
    </dl>
  );
}
