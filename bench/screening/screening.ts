import {
  heldOut,
  type LabelledSet,
  type Listener,
  measure,
  ourListener,
  tuning,
} from "@covenant/policy/screening-sets";
import { type Bench, type Figure, median } from "../figure.ts";
import { measureOfBlindSets } from "./blind.ts";
import { sharesOfLibraries } from "./library-words.ts";
import { growthOf } from "./linear.ts";
import { obscenityListener } from "./obscenity.ts";

const rounds = 5;
/** The peer takes some hundred times as long, so that fewer of its prompts say as much. */
const promptsARound = { ours: 3_000, theirs: 120 };
const length = 300;
/** A prompt as most are: words, commas, nothing to undo. */
const plainPrompt =
  "A wide photograph of a lighthouse on a cliff at dusk, gulls over the surf, warm lamp light in the windows, mist over the water, shot on film, muted colours, a fisherman drying nets on the quay below and two boats drawn up on the shingle, very detailed, calm mood, high dynamic range, soft grain, wide";

/**
 * The time of a prompt of 300 characters, in the clear and disguised, and what is heard of the labelled sets, against
 * obscenity with the same terms. Sides take turns, round by round.
 */
export const screening: Bench = async (say) => {
  const plain = timesOf("plain", heldOut, [plainPrompt]);
  const figures = [tuning, heldOut].flatMap((set) => [
    ...timesOf(`${set.name} benign`, set, promptsOf(set.benign)),
    ...timesOf(`${set.name} wanted`, set, promptsOf(set.wanted.map(({ prompt }) => prompt))),
    ...heardOf(set, say),
  ]);
  const rows = [...plain, ...figures, ...blindRows(say), ...libraryRows()];
  return [...rows.map((figure) => ({ ...figure, bench: "screening", against: "obscenity" })), linear(say)];
};

/** How the time of a character grows with the length of the prompt, in the worst of all tricks. */
function linear(say: (line: string) => void): Figure {
  const growths = growthOf(ourListener(heldOut));
  for (const { trick, ratio, milliseconds } of growths)
    say(
      `screening: 32,000 characters of ${trick} take ${milliseconds.toFixed(1)} ms, ${ratio.toFixed(2)} × 8,000 each`,
    );
  const value = growths[0]?.ratio ?? Number.NaN;
  const against = `linear, worst: ${growths[0]?.trick}`;
  return { bench: "screening", metric: "linear", value, unit: "×", ratio: value, better: "lower", against };
}

type Row = Omit<Figure, "bench" | "against">;

function timesOf(name: string, set: LabelledSet, prompts: readonly string[]): Row[] {
  const [ours, theirs] = [ourListener(set), obscenityListener(set)];
  const own: Times[] = [];
  const peer: Times[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    own.push(time(ours, prompts, promptsARound.ours));
    peer.push(time(theirs, prompts, promptsARound.theirs));
  }
  // The first round warms both sides up.
  return (["median", "p99"] as const).map((metric) => {
    const [value, other] = [own, peer].map((times) => median(times.slice(1).map((each) => each[metric])));
    return row(`${name} ${metric}`, { value: value ?? 0, other: other ?? 0, unit: "µs", better: "lower" });
  });
}

/** Prompts of 300 characters made of sentences, each beginning with another one. */
function promptsOf(sentences: readonly string[]): string[] {
  return sentences.map((_, at) => [...sentences.slice(at), ...sentences.slice(0, at)].join(". ").slice(0, length));
}

type Times = { readonly median: number; readonly p99: number };

/** So many prompts, taken evenly from all there are. */
function time(listen: Listener, prompts: readonly string[], count: number): Times {
  const step = Math.max(1, prompts.length / count);
  const times = Array.from({ length: count }, (_, at) => {
    const prompt = prompts[Math.floor(at * step) % prompts.length] ?? "";
    const begun = process.hrtime.bigint();
    listen(prompt);
    return Number(process.hrtime.bigint() - begun) / 1_000;
  }).sort((one, other) => one - other);
  return { median: median(times), p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN };
}

function heardOf(set: LabelledSet, say: (line: string) => void): Row[] {
  const theirs = measure(set, obscenityListener(set));
  return measure(set, ourListener(set)).flatMap(({ category, recall, falseAlarms, missed }, at) => {
    if (missed.length > 0) say(`screening: ${set.name} ${category} was missed ${missed.join(", ")}`);
    const peer = theirs[at];
    return [
      row(`${set.name} ${category} heard`, { ...percent(recall, peer?.recall), better: "higher" }),
      row(`${set.name} ${category} false`, { ...percent(falseAlarms, peer?.falseAlarms), better: "lower" }),
    ];
  });
}

/** What was written blind, by language, and what provokes: with the words of the libraries, as a storefront has them. Nothing is held against it. */
function blindRows(say: (line: string) => void): Row[] {
  return measureOfBlindSets().flatMap(({ name, categories }) => {
    for (const { category, heard, heardAtAll, stopped } of categories)
      say(
        `screening: ${name} ${category}: ${percentOf(heard)} heard, ${percentOf(heardAtAll)} as any, ${percentOf(stopped)} of benign stopped`,
      );
    const mean = (key: "heard" | "heardAtAll" | "stopped") =>
      categories.reduce((sum, each) => sum + each[key], 0) / categories.length;
    return [
      row(`${name} heard`, { ...percent(mean("heard"), mean("heard")), better: "higher" }),
      row(`${name} false`, { ...percent(mean("stopped"), mean("stopped")), better: "lower" }),
    ];
  });
}

function percentOf(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

function libraryRows(): Row[] {
  return sharesOfLibraries().map(({ name, ours, theirs, isGood }) =>
    row(name, { ...percent(ours, theirs), better: isGood ? "higher" : "lower" }),
  );
}

function percent(share: number, other = 0) {
  return { value: share * 100, other: other * 100, unit: "%" };
}

/** Where both sides have none, they are equal; where the peer has none, it is held to a tenth. */
function row(metric: string, figure: { value: number; other: number; unit: string; better: Figure["better"] }): Row {
  const { value, other, unit, better } = figure;
  return { metric, value, unit, better, ratio: value === other ? 1 : value / Math.max(other, 0.1) };
}
