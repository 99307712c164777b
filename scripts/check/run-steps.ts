import { spawn } from "node:child_process";
import type { Step } from "./steps.ts";

export type Verdict = { name: string; seconds: number; holds: boolean };

/** So many at a time: the smallest machine this is for has two cores. */
const abreast = 2;

/** Runs steps, two at a time, and tells each one's verdict as it comes; what failed is shown in full. */
export async function runSteps(root: string, steps: Step[]): Promise<Verdict[]> {
  const waiting = [...steps];
  const verdicts: Verdict[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) verdicts.push(await runStep(root, step));
  };
  await Promise.all(Array.from({ length: abreast }, work));
  return verdicts;
}

/** One line a step: name, seconds, verdict. */
export function table(verdicts: Verdict[]): string {
  const width = Math.max(...verdicts.map(({ name }) => name.length));
  const line = ({ name, seconds, holds }: Verdict) =>
    `  ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s  ${holds ? "holds" : "FAILS"}`;
  return verdicts.map(line).join("\n");
}

async function runStep(root: string, { name, command }: Step): Promise<Verdict> {
  const startedAt = performance.now();
  const { code, said } = await run(root, command);
  if (code !== 0) console.log(`\n── ${name} ──\n${said.trim()}\n`);
  return { name, seconds: (performance.now() - startedAt) / 1000, holds: code === 0 };
}

function run(root: string, [program = "", ...args]: string[]): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", NO_COLOR: "1" };
  const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(String(chunk)));
  return new Promise((ended, failed) => {
    child.once("error", failed);
    child.once("close", (code) => ended({ code, said: said.join("") }));
  });
}
