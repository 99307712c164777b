import { parseArgs } from "node:util";
import { connectDatabase, postgresSink } from "@covenant/db";
import { emailSchema, roles as everyRole, passwordSchema } from "@covenant/domain";
import * as z from "zod";
import { readSettings } from "../src/env.ts";
import { CommandFault, runCommand } from "../src/run-command.ts";
import { addStaff, type NewStaff } from "../src/staff/add-staff.ts";
import { readPassword } from "./read-password.ts";

// Adds a person to the staff and shows their second factor, once. The password comes from standard input.
const usage = `add-staff --email ada@example.com --name "Ada" --role moderator [--role admin]`;

const newStaff = z.object({
  email: emailSchema,
  name: z.string("Write a name.").trim().min(1, "Write a name.").max(80),
  roles: z.array(z.enum(everyRole, `Choose of ${everyRole.join(", ")}.`)).min(1, "Name at least one role."),
  password: passwordSchema,
});

await runCommand(async () => {
  const { email, name, role: roles } = readOptions();
  const settings = readSettings();
  if (!email || !name || !roles) throw new CommandFault(`Say who it is and what they may do: ${usage}`);
  const person = check({ email, name, roles, password: await readPassword() });
  const db = connectDatabase({ url: settings.DATABASE_URL, connections: 1, jobs: postgresSink });
  try {
    const { staffId, secondFactor } = await addStaff({ db, settings }, person);
    console.log(`${person.email} may sign in as ${person.roles.join(" and ")} (${staffId}).`);
    console.log("For their authenticator app, shown this once:");
    console.log(`  secret  ${secondFactor.secret}\n  address ${secondFactor.uri}`);
  } finally {
    await db.close();
  }
  return 0;
});

function readOptions() {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ options: { email: text, name: text, role: { type: "string", multiple: true } } }).values;
  } catch (error) {
    throw new CommandFault(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

/** Every problem at once. The password itself is never printed. */
function check(person: object): NewStaff {
  const checked = newStaff.safeParse(person);
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map(({ path, message }) => `  ${String(path[0])}: ${message}`);
  throw new CommandFault(`Nobody was added:\n${problems.join("\n")}`);
}
