import { formatCredits, type ReplayView } from "@covenant/domain";

type Flip = ReplayView["flips"][number];

const header = ["question", "before", "after", "what differs", "rulings", "members", "credits", "who, for example"];
/** How many members a row names. */
const named = 3;

/** A replay as text for a terminal. */
export function writeReplay(replay: ReplayView): string {
  const { storefront, version, since, read, same, flipped, unreplayed, members } = replay;
  return [
    `${storefront}, rulings since ${since.slice(0, 10)} under the terms of ${version}`,
    `  ${read} read, ${read - unreplayed} asked again: ${same} the same, ${flipped} otherwise for ${count(members, "member")}; ${unreplayed} could not be asked`,
    `  ${creditText(replay)}`,
    ...(replay.flips.length > 0 ? ["", table([header, ...replay.flips.map(rowOf)])] : []),
    ...replay.notReplayed.flatMap(({ question, why, rulings, examples }) => [
      "",
      `  could not be asked: ${count(rulings, "ruling")} of ${question}, because ${why} (${examples.map(({ id }) => id).join(", ")})`,
    ]),
  ].join("\n");
}

function rowOf(flip: Flip): string[] {
  return [
    flip.question,
    sideOf(flip.before),
    sideOf(flip.after),
    flip.differs.join("; "),
    `${flip.rulings}`,
    `${flip.members}`,
    creditsOf(flip),
    whoOf(flip),
  ];
}

function sideOf({ outcome, clauses }: Flip["before"]): string {
  return `${outcome} (${clauses.join(", ")})`;
}

function creditsOf({ creditsMore, creditsFewer }: Flip): string {
  const parts = [...(creditsMore > 0 ? [`+${creditsMore}`] : []), ...(creditsFewer > 0 ? [`-${creditsFewer}`] : [])];
  return parts.length === 0 ? "moves none" : parts.join(" ");
}

/** The first members of a group; a ruling about no member by its own id. */
function whoOf({ examples, members }: Flip): string {
  const shown = examples.slice(0, named).map(({ memberId, id }) => memberId ?? id);
  const more = members - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

function creditText({ creditsMore, creditsFewer }: ReplayView): string {
  if (creditsMore === 0 && creditsFewer === 0) return "no credits would have moved otherwise";
  return `members would have had ${formatCredits(creditsMore)} more and ${formatCredits(creditsFewer)} fewer right after`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function table(lines: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) => `  ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
}
