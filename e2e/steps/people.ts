import { randomBytes } from "node:crypto";

export type Person = { email: string; password: string; bornOn: string; country: string };

/** Somebody nobody has seen before: grown up, and living where the law asks for nothing unusual. */
export function newPerson(bornOn = "1991-04-12"): Person {
  const name = randomBytes(4).toString("hex");
  return { email: `${name}@journeys.test`, password: `a long sentence of ${name}`, bornOn, country: "Germany" };
}
