import { stopping } from "./stopping.ts";

/** One line for the person at the terminal. */
export function say(line: string) {
  console.log(line);
}

/** Shows that something takes a while, and how long it took. Nothing is begun once the demo is asked to stop. */
export async function step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  stopping.signal.throwIfAborted();
  const startedAt = performance.now();
  const result = await work();
  say(`  ${what.padEnd(28)} ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}

/** Something a person can put right. The message is one sentence: what is wrong and what to do. */
export class StartFault extends Error {
  override readonly name = "StartFault";
}
