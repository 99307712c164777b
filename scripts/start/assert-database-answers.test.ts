import { createServer } from "node:net";
import { expect, it } from "vitest";
import { assertDatabaseAnswers } from "./assert-database-answers.ts";

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, "127.0.0.1", listening));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  return typeof address === "object" && address ? address.port : 0;
}

it("says in one sentence where nothing answers and what to do, and keeps the password", async () => {
  const port = await freePort();
  const asked = assertDatabaseAnswers(`postgresql://app:hush@127.0.0.1:${port}/covenant`, "The database", "start it");
  const message = `The database does not answer at 127.0.0.1:${port} (ECONNREFUSED): start it.`;
  await expect(asked).rejects.toMatchObject({ message });
});
