import { formatCredits, type ModelView } from "@covenant/domain";
import { civilDayText, dayText } from "@covenant/ui";

/** What is announced of a model: another price, and the end of it. One sentence each. */
export function announcedOf({ coming, sunset }: Pick<ModelView, "coming" | "sunset">): string[] {
  return [
    ...(coming === null ? [] : [`${formatCredits(coming.credits)} from ${dayText(coming.from)}.`]),
    ...(sunset === null ? [] : [lastDayWords(sunset)]),
  ];
}

function lastDayWords({ on, successor }: NonNullable<ModelView["sunset"]>): string {
  const end = `No longer offered from ${civilDayText(on)}`;
  return successor === null ? `${end}.` : `${end}; ${successor} follows.`;
}
