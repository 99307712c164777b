import { freePort } from "@covenant/postgres";
import { expect, it } from "vitest";
import { assertDatabaseAnswers } from "./assert-database-answers.ts";

it("says in one sentence where nothing answers and what to do, and keeps the password", async () => {
  const port = await freePort();
  const asked = assertDatabaseAnswers(`postgresql://app:hush@127.0.0.1:${port}/covenant`, "The database", "start it");
  const message = `The database does not answer at 127.0.0.1:${port} (ECONNREFUSED): start it.`;
  await expect(asked).rejects.toMatchObject({ message });
});
