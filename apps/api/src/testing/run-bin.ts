import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Deps } from "../deps.ts";

export type BinRun = { settings: Partial<Deps["settings"]>; args?: readonly string[]; stdin?: string; env?: object };

/** Runs a command of `apps/api/bin` as an operator does: in a process of its own, with nothing but these settings. */
export function runBin(
  name: string,
  { settings, args = [], stdin = "", env = {} }: BinRun,
): Promise<{ code: number; said: string }> {
  const command = fileURLToPath(new URL(`../../bin/${name}.ts`, import.meta.url));
  const set = Object.entries(settings).filter(([, value]) => value !== undefined);
  const child = spawn(process.execPath, ["--import", "tsx", command, ...args], {
    env: { PATH: process.env.PATH, ...Object.fromEntries(set.map(([key, value]) => [key, String(value)])), ...env },
  });
  child.stdin.end(stdin);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(String(chunk)));
  return new Promise((ended, failed) => {
    child.once("error", failed).once("close", (code) => ended({ code: code ?? -1, said: said.join("") }));
  });
}
