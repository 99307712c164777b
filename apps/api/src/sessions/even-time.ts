import { setTimeout } from "node:timers/promises";

/** Longer than either of two paths takes, whose difference nobody is to see. */
const evenMs = 250;

/** Does the work and answers no sooner than a fixed time, so that how long it took does not tell what was found. */
export async function inEvenTime<Result>(work: () => Promise<Result>): Promise<Result> {
  const [result] = await Promise.all([work(), setTimeout(evenMs)]);
  return result;
}
