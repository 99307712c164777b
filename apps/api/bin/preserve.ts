import { parseArgs } from "node:util";
import { connectDatabase, postgresSink } from "@covenant/db";
import { idSchema, Refusal } from "@covenant/domain";
import * as z from "zod";
import { readSettings } from "../src/env.ts";
import { endPreservation } from "../src/preservations/end-preservation.ts";
import { preservationReasons, preserve } from "../src/preservations/preserve.ts";
import { CommandFault, runCommand } from "../src/run-command.ts";

// Keeps a file, a generation or all of a member past its time because the law demands it; or ends that, once it may end.
const usage = `preserve --on art_… --reason ${preservationReasons.join("|")} --note "…"
preserve --end pre_… --note "…"`;

const operator = { kind: "system", part: "operator" } as const;
const note = z.string("Write a note.").trim().min(1, "Write a note.").max(500);
const placing = z.object({
  on: z.union(
    [idSchema("artifact"), idSchema("upload"), idSchema("generation"), idSchema("member")],
    "Name a file, a generation or a member by its id.",
  ),
  reason: z.enum(preservationReasons, `Choose of ${preservationReasons.join(", ")}.`),
  note,
});
const ending = z.object({ end: idSchema("preservation"), note });

await runCommand(async () => {
  const options = readOptions();
  const db = connectDatabase({ url: readSettings().DATABASE_URL, connections: 1, jobs: postgresSink });
  try {
    if (options.end === undefined) await place(check(placing, options));
    else await finish(check(ending, options));
  } catch (error) {
    if (error instanceof Refusal) throw new CommandFault(`${error.code} ${JSON.stringify(error.facts)}`);
    throw error;
  } finally {
    await db.close();
  }
  return 0;

  async function place(request: z.output<typeof placing>) {
    const { preservationId, bindsUntil, files } = await preserve({ db }, operator, request);
    console.log(`${request.on} is preserved (${preservationId}), until ${bindsUntil.toISOString()} at the least.`);
    for (const { id, isTooLate } of files)
      console.log(`  ${id} ${isTooLate ? "was going or gone already" : "is kept"}`);
  }

  async function finish(request: z.output<typeof ending>) {
    await endPreservation({ db }, operator, { preservationId: request.end, note: request.note });
    console.log(`${request.end} has ended.`);
  }
});

function readOptions() {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ options: { on: text, reason: text, note: text, end: text } }).values;
  } catch (error) {
    throw new CommandFault(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

function check<S extends z.ZodType>(schema: S, options: object): z.output<S> {
  const checked = schema.safeParse(options);
  if (checked.success) return checked.data;
  throw new CommandFault(`${checked.error.issues.map(({ message }) => message).join(" ")}\n${usage}`);
}
