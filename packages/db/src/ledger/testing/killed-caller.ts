import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { HoldId, MemberId } from "@covenant/domain";
import { expect } from "vitest";
import { type LedgerDatabase, walletWith } from "./ledger-database.ts";
import { captureOf, holdOf } from "./payment.ts";

const start = 1_000_000;
const script = fileURLToPath(new URL("paying-process.ts", import.meta.url));

/**
 * Kills a process that is paying, at a random moment, and asks in its place for all that it had asked for. What it had
 * been told comes again, and every payment was made once, whether it had been told or not.
 * @returns how many payments there were, and how many of them the process had not been told of.
 */
export async function surviveKilledCaller(ledger: LedgerDatabase): Promise<{ payments: number; untold: number }> {
  const wallets = [await walletWith(ledger, start), await walletWith(ledger, start)];
  const said = await killMidway([ledger.urls.url, ...wallets]);
  const paid = new Map(
    said.filter(([word]) => word === "paid").map(([, holdId, version]) => [holdId, Number(version)]),
  );
  const asked = said.filter(([word]) => word === "asked");
  for (const [, walletId, holdId] of asked) {
    await holdOf(ledger, walletId as MemberId, holdId as HoldId);
    const receipt = await captureOf(ledger, walletId as MemberId, holdId as HoldId);
    const version = paid.get(holdId);
    if (version !== undefined) expect(receipt).toMatchObject({ replayed: true, version });
  }
  for (const walletId of wallets) {
    const payments = asked.filter((line) => line[1] === walletId).length;
    const [wallet] = await ledger.query(
      "SELECT available::int, held::int, version::int FROM ledger.wallet WHERE id = $1::text",
      [walletId],
    );
    expect(wallet).toEqual({ available: start - payments, held: 0, version: 1 + 2 * payments });
  }
  return { payments: asked.length, untold: asked.length - paid.size };
}

/** What the process had said, in words by line. */
async function killMidway(argv: string[]): Promise<string[][]> {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...argv], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  do await once(child.stdout, "data");
  while (!output.includes("paid"));
  await sleep(200 + Math.random() * 800);
  child.kill("SIGKILL");
  await once(child, "close");
  return output.split("\n").map((line) => line.split(" "));
}
