import { decide, ruleOnSettlement } from "@covenant/policy";
import { type Bench, type Figure, median } from "../figure.ts";
import { type Answer, casl, cedar, jsonRulesEngine } from "./peers.ts";
import { book, type Facts, points, verdictOf } from "./settlement.ts";

const rounds = 9;
/** Calls of each side in a round; fewer of those that take long. */
const calls = { fast: 20_000, slow: 400 } as const;

type Side = {
  readonly name: string;
  readonly calls: number;
  readonly ask: (facts: Facts) => Answer | Promise<Answer>;
};

/**
 * What a decision with its trace costs beside other engines on the same rules. Every engine first has to give the same
 * answer on every combination of facts; then each has its turn in every round, and ratios are taken within a round.
 */
export const policy: Bench = async (say) => {
  const ours: Side = { name: "decision", calls: calls.fast, ask };
  const peers: Side[] = [
    { name: "json-rules-engine", calls: calls.slow, ask: jsonRulesEngine() },
    { name: "cedar-wasm", calls: calls.slow, ask: cedar() },
    { name: "casl", calls: calls.fast, ask: casl() },
  ];
  for (const peer of peers) await requireSameAnswers(peer);
  say(`policy: ${points.length} combinations of facts, the same answer from all`);
  const times = new Map([ours, ...peers, ruling].map((side) => [side.name, [] as Times[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const side of [ours, ...peers, ruling]) {
      const time = await timesOf(side);
      if (round > 0) times.get(side.name)?.push(time);
    }
  }
  return [ours, ruling].flatMap((side) => figuresOf(side, peers, times));
};

/** The engine alone: verdict, the rules that decided, those that gave way. */
function ask(facts: Facts): Answer {
  const { verdict, determining } = decide(book, facts);
  return { verdict: verdictOf(verdict), rule: determining[0]?.clause ?? "" };
}

const delivered = { none: 0, some: 1, all: 2 } as const;

/** The whole ruling as it is stored, with its clauses and both explanations. */
const ruling: Side = {
  name: "ruling",
  calls: calls.fast / 10,
  ask: ({ reason, standing, outputs }) => {
    const { outcome, clauses } = ruleOnSettlement({
      storefront: "image-ai-run",
      at: new Date("2026-07-01T00:00:00Z"),
      reason,
      standing,
      category: null,
      delivered: delivered[outputs],
      requested: 2,
    });
    const verdict = outcome.credits === "capture" ? "delivered" : outcome.credits;
    return { verdict, rule: clauses[0]?.id ?? "" };
  },
};

async function requireSameAnswers({ name, ask: theirs }: Side): Promise<void> {
  for (const facts of points) {
    const [own, other] = [ask(facts).verdict, (await theirs(facts)).verdict];
    if (own !== other) throw new Error(`${name} says ${other} and we say ${own} on ${JSON.stringify(facts)}`);
  }
}

/** Microseconds: the mean of a round, and the slowest of a hundred. */
type Times = { readonly mean: number; readonly p99: number };

async function timesOf({ ask: asked, calls: count }: Side): Promise<Times> {
  const began = performance.now();
  for (let call = 0; call < count; call += 1) {
    const answer = asked(pointOf(call));
    // Waiting for what is there already would cost more than the answer.
    if (answer instanceof Promise) await answer;
  }
  const mean = ((performance.now() - began) * 1000) / count;
  const singles = new Float64Array(count);
  for (let call = 0; call < count; call += 1) {
    const start = performance.now();
    const answer = asked(pointOf(call));
    if (answer instanceof Promise) await answer;
    singles[call] = (performance.now() - start) * 1000;
  }
  return { mean, p99: singles.sort()[Math.floor(count * 0.99)] ?? Number.NaN };
}

function pointOf(call: number): Facts {
  const point = points[call % points.length];
  if (!point) throw new Error("there are no facts to ask about");
  return point;
}

function figuresOf(side: Side, peers: readonly Side[], times: ReadonlyMap<string, readonly Times[]>): Figure[] {
  const own = times.get(side.name) ?? [];
  const metrics = ["mean", "p99"] as const;
  return metrics.flatMap((metric) =>
    peers.map((peer) => {
      const theirs = times.get(peer.name) ?? [];
      return {
        bench: "policy",
        metric: `${side.name}-${metric === "mean" ? "median" : "p99"}`,
        value: median(own.map((time) => time[metric])),
        unit: "µs",
        against: peer.name,
        ratio: median(own.map((time, round) => (theirs[round]?.[metric] ?? Number.NaN) / time[metric])),
        better: "higher" as const,
      };
    }),
  );
}
