import { formatCredits, type ModelView } from "@covenant/domain";
import type { RadioCard } from "@covenant/ui";
import { announcedOf } from "../shell/announced-of-model.ts";

/** A model as a card to choose: what it does, what it costs, why it cannot be chosen. */
export function cardOf(model: ModelView): RadioCard {
  return {
    value: model.id,
    label: model.name,
    detail: [model.description, ...announcedOf(model)].join(" "),
    figure: formatCredits(model.credits),
    ...(model.available ? {} : { disabledReason: "Not available now." }),
  };
}

/** The model a studio opens with: the one that was asked for, else the first of those that can be had now. */
export function firstModel(models: readonly ModelView[], wanted: string | undefined): ModelView | undefined {
  const offered = models.filter(({ available }) => available);
  return offered.find(({ id }) => id === wanted) ?? offered[0] ?? models[0];
}
