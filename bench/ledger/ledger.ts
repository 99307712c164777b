import { migrate } from "@covenant/db/migrate";
import { createDatabase, startCluster } from "@covenant/test-kit/cluster";
import { type Bench, type Figure, median, spread } from "../figure.ts";
import { drive, driver } from "./drive.ts";
import { writeHistory } from "./history.ts";
import { interactive, verbs } from "./interactive.ts";
import { preparePgledger } from "./pgledger.ts";
import { prepare, runIn } from "./prepare.ts";
import { batch, batchSize, floorPair, holdAlone, hotPair, pair, tpcB, type Work, wallets } from "./work.ts";

const numberFrom = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const rounds = numberFrom("LEDGER_ROUNDS", 5);
const secondsARound = numberFrom("LEDGER_SECONDS", 3);
/** How many entries the ledger has in which a hold must not have become slower. */
const longHistory = numberFrom("LEDGER_HISTORY", 1_000_000);

/** One side of a comparison: does its work for so many seconds and says how often it was done in each. */
type Measure = (seconds: number) => Promise<number>;

type Row = {
  metric: string;
  ours: string;
  theirs: string;
  against: string;
  /** How many pairs one round of our work is; 1 where it goes without saying. */
  size?: number;
  /** What is compared is the time of each and not how many there were: less is better. */
  isTime?: true;
};

const rows: Row[] = [
  { metric: "pair", ours: "pair", theirs: "tpc-b", against: "TPC-B-like" },
  { metric: "pair-floor", ours: "pair", theirs: "floor", against: "update + insert, twice" },
  { metric: "hot", ours: "hot", theirs: "tpc-b", against: "TPC-B-like" },
  { metric: "pair-prisma", ours: "verbs", theirs: "prisma", against: "interactive Prisma transactions" },
  { metric: "pair-pgledger", ours: "pair", theirs: "pgledger", against: "two pgledger transfers" },
  { metric: `batch-${batchSize}`, ours: "batch", theirs: "pair", against: "pairs one by one", size: batchSize },
  { metric: "history", ours: "long", theirs: "short", against: `a hold at ${wallets} entries`, isTime: true },
];

/**
 * What a hold and its capture cost beside what else a database could do, on one durable server. In every round each side
 * has its turn; a ratio is the median over the rounds of the ratios within one.
 */
export const ledger: Bench = async (say) => {
  const cluster = await startCluster(migrate, { log: say, durable: true });
  const closing: (() => Promise<void>)[] = [cluster.stop];
  try {
    // A checkpoint forced in the middle of one side's turn would be the other side's luck.
    await runIn(cluster.address.adminUrl, "ALTER SYSTEM SET max_wal_size = '8GB'", "SELECT pg_reload_conf()");
    const [main, short, long, other] = await Promise.all(
      Array.from({ length: 4 }, () => createDatabase(cluster.address)),
    );
    if (!(main && short && long && other)) throw new Error("four databases were asked for");
    say(`ledger: driven by ${driver}; writing ${longHistory} entries first`);
    await prepare(main);
    await writeHistory(short, wallets);
    await writeHistory(long, longHistory);
    const pgledger = await preparePgledger(other);
    if (pgledger === null) say("ledger: no pair-pgledger, for PGLEDGER_DIRECTORY names no copy of pgledger");
    await runIn(cluster.address.adminUrl, "CHECKPOINT");

    const ourVerbs = verbs(main.url);
    const prisma = interactive(main.url);
    closing.unshift(ourVerbs.close, prisma.close);
    const on =
      (work: Work, url: string): Measure =>
      (seconds) =>
        drive(work, url, seconds);
    const sides: Record<string, Measure> = {
      "tpc-b": on(tpcB, main.url),
      pair: on(pair, main.url),
      floor: on(floorPair, main.url),
      hot: on(hotPair, main.url),
      batch: on(batch, main.url),
      ...(pgledger && { pgledger: on(pgledger, other.ownerUrl) }),
      verbs: ourVerbs.rate,
      prisma: prisma.rate,
      short: on(holdAlone, short.url),
      long: on(holdAlone, long.url),
    };
    const rates = await measure(sides);
    return rows.filter(({ theirs }) => theirs in sides).map((row) => figureOf(row, rates));
  } finally {
    for (const close of closing) await close();
  }
};

/** What each side did in each round; one round before is not counted. */
async function measure(sides: Record<string, Measure>): Promise<Map<string, number[]>> {
  const rates = new Map(Object.keys(sides).map((side) => [side, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [side, rate] of Object.entries(sides)) {
      const measured = await rate(round === 0 ? 1 : secondsARound);
      if (round > 0) rates.get(side)?.push(measured);
    }
  }
  return rates;
}

function figureOf({ metric, ours, theirs, against, size = 1, isTime }: Row, rates: Map<string, number[]>): Figure {
  const peers = rates.get(theirs) ?? [];
  const own = (rates.get(ours) ?? []).map((rate) => rate * size);
  const ratios = own.map((rate, round) => rate / (peers[round] ?? Number.NaN));
  if (spread(ratios) > 0.2) {
    const percent = Math.round(spread(ratios) * 100);
    console.error(`ledger: ${metric} varied by ${percent} % between rounds; run it on a quieter machine`);
  }
  const ratio = median(ratios);
  const figure = { bench: "ledger", metric };
  if (isTime)
    return { ...figure, value: 1e6 / median(own), unit: "µs/hold", against, ratio: 1 / ratio, better: "lower" };
  return { ...figure, value: median(own), unit: "pairs/s", against, ratio, better: "higher" };
}
