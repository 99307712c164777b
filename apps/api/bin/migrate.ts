import { migrate } from "@covenant/db/migrate";
import { CommandFault, runCommand } from "../src/run-command.ts";

// Brings the database of DATABASE_OWNER_URL to this version. Safe to run twice, and from two machines at once. Where
// DATABASE_URL and KEYS_DATABASE_URL are set, the two roles in them are made and get the passwords in them.
await runCommand(async () => {
  const { DATABASE_OWNER_URL, DATABASE_URL, KEYS_DATABASE_URL } = process.env;
  if (!DATABASE_OWNER_URL) {
    throw new CommandFault(
      "DATABASE_OWNER_URL is not set: it names the database, as a role that may make schemas in it.",
    );
  }
  await migrate({
    ownerUrl: DATABASE_OWNER_URL,
    appPassword: passwordIn("DATABASE_URL", DATABASE_URL),
    keysPassword: passwordIn("KEYS_DATABASE_URL", KEYS_DATABASE_URL),
    log: (line) => console.log(line),
  });
  console.log("The database is up to date.");
  return 0;
});

/** Null leaves the role to the operator. */
function passwordIn(name: string, address: string | undefined): string | null {
  if (!address) return null;
  if (!URL.canParse(address))
    throw new CommandFault(`${name} is no address: postgresql://role:password@host/database.`);
  return decodeURIComponent(new URL(address).password) || null;
}
