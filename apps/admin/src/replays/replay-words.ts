import { formatCredits, type ReplayView } from "@covenant/domain";

/** What a replay comes to: every ruling that was read was asked again or could not be, and came out the same or not. */
export function figuresOf({ read, same, flipped, unreplayed, members, creditsMore, creditsFewer }: ReplayView) {
  return [
    { label: "Read", value: count(read, "ruling") },
    { label: "Asked again", value: count(read - unreplayed, "ruling") },
    { label: "The same", value: count(same, "ruling") },
    { label: "Otherwise", value: `${count(flipped, "ruling")}, ${count(members, "member")}` },
    { label: "Could not be asked", value: count(unreplayed, "ruling") },
    { label: "Right after them, members would have had", value: creditWords(creditsMore, creditsFewer) },
  ];
}

function creditWords(more: number, fewer: number): string {
  if (more === 0 && fewer === 0) return "the same credits";
  return [
    ...(more > 0 ? [`${formatCredits(more)} more`] : []),
    ...(fewer > 0 ? [`${formatCredits(fewer)} fewer`] : []),
  ].join(" and ");
}

export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;
}

const figure = (number: number) => number.toLocaleString("en-US");

/** What members would have had more, and fewer, of one group; said in words where that is nothing. */
export function groupCreditsOf({
  creditsMore,
  creditsFewer,
}: Pick<ReplayView, "creditsMore" | "creditsFewer">): string {
  const parts = [
    ...(creditsMore > 0 ? [`+${figure(creditsMore)}`] : []),
    ...(creditsFewer > 0 ? [`−${figure(creditsFewer)}`] : []),
  ];
  return parts.length === 0 ? "moves none" : parts.join(" ");
}
