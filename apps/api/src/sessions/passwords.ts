import { Refusal } from "@covenant/domain";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id, the library's default kind, with 19 MiB and two passes: the OWASP minimum, about 25 ms of one core here. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

/** A hash of 256 bits nobody kept, at today's cost: it is verified against where there is no member. */
export const decoyHash =
  "$argon2id$v=19$m=19456,t=2,p=1$KeYX6g8H0FLSTskaejiSXg$yHgDtBoN8ymrNP2CCW9W+ek1AM6YvkWJXRUp3xUvMFU";

/** Hashes a new password. Any characters, any length the schema allows; different ways to type one character are one. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), cost));
}

/** Whether the password is right. Without a hash (nobody has that address) it takes as long, and is false. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(() => verify(stored ?? decoyHash, password.normalize("NFKC")));
  return matches && stored !== null;
}

/** Hashing leaves at least half of libuv's four threads to everything else, and a flood of sign-ins waits or is refused. */
const atOnce = 2;
const waitingAtMost = 250;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running < atOnce) running += 1;
  else await turn();
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next(); // The place is handed over, so `running` stays as it is.
  }
}

function turn(): Promise<void> {
  if (waiting.length >= waitingAtMost) throw new Refusal("service/unavailable", { retryAfterSeconds: 10 });
  return new Promise((resume) => waiting.push(resume));
}
