import type pg from "pg";

/** Creates the login roles where they are missing and sets the passwords given. Roles belong to the whole cluster. */
export async function prepareRoles(client: pg.Client, passwords: Record<string, string | null>): Promise<void> {
  for (const [role, password] of Object.entries(passwords)) {
    if (password === null) continue;
    const name = client.escapeIdentifier(role);
    await client.query(
      `DO $$ BEGIN CREATE ROLE ${name} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
    );
    await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  }
}
