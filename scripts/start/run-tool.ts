import { spawn } from "node:child_process";
import { StartFault } from "./announce.ts";
import { stopping } from "./stopping.ts";

/** Runs a tool to its end, showing nothing. @throws StartFault with the end of what it said when it fails. */
export async function runTool(root: string, program: string, args: string[], env: NodeJS.ProcessEnv = process.env) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...env, TURBO_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    signal: stopping.signal,
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(String(chunk)));
  const code = await new Promise((ended, failed) => child.once("error", failed).once("close", ended));
  if (code === 0) return said.join("");
  const end = said.join("").trim().split("\n").slice(-30).join("\n");
  throw new StartFault(`\`${[program, ...args].join(" ")}\` failed.\n${end}`);
}
