import { formatCredits, type ModelView } from "@covenant/domain";
import type { RadioCard } from "@covenant/ui";

/** A model as a card to choose: what it does, what it costs, why it cannot be chosen. */
export function cardOf(model: ModelView): RadioCard {
  return {
    value: model.id,
    label: model.name,
    detail: model.description,
    figure: formatCredits(model.credits),
    ...(model.available ? {} : { disabledReason: "Not available now." }),
  };
}
