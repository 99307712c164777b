import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SqlRunner } from "../sql-runner.ts";

/** A guard of the ledger that is not as it was built: what it is, and what was found. */
export type GuardFault = { subject: string; found: string };

/** The triggers that refuse what nobody may do, by table; the orders that lots were bought by stand among them. */
const triggers = {
  entry: ["added_to_only", "never_truncated"],
  wallet: ["never_deleted", "never_truncated", "terms_stand"],
  lot: ["lot_bought_by_order", "never_deleted", "never_truncated", "terms_stand"],
  hold: ["hold_ends_once", "never_deleted", "never_truncated", "terms_stand"],
  seal: ["added_to_only", "never_truncated"],
  seal_leaf: ["added_to_only", "never_truncated"],
  credit_order: ["never_truncated", "paid_order_stands", "paid_order_stays"],
};

const triggerQuery = `
  SELECT x.relation || '.' || x.name AS subject, CASE WHEN t.oid IS NULL THEN 'is gone' ELSE 'is switched off' END AS found
  FROM unnest($1::text[], $2::text[]) AS x (relation, name)
  LEFT JOIN pg_trigger t ON t.tgrelid = coalesce(to_regclass('ledger.' || x.relation), to_regclass('public.' || x.relation))
    AND t.tgname = x.name
  WHERE t.tgenabled IS DISTINCT FROM 'O' ORDER BY 1`;

/** The application reads tables, calls the verbs, and is nobody else. */
const rightsQuery = `
  SELECT relname AS subject, 'covenant_app may do more than read it' AS found FROM pg_class
  WHERE relnamespace = 'ledger'::regnamespace AND relkind = 'r'
    AND has_table_privilege('covenant_app', oid, 'INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')
  UNION ALL
  SELECT 'credit_order', 'covenant_app may delete it'
  WHERE has_table_privilege('covenant_app', 'public.credit_order', 'DELETE, TRUNCATE, TRIGGER')
  UNION ALL
  SELECT 'covenant_app', 'is a member of ' || rolname FROM pg_roles
  WHERE rolname <> 'covenant_app' AND pg_has_role('covenant_app', oid, 'MEMBER')
    AND (rolsuper OR oid IN (SELECT relowner FROM pg_class WHERE relnamespace = 'ledger'::regnamespace))
  UNION ALL
  SELECT 'covenant_app', 'is a superuser' FROM pg_roles WHERE rolname = 'covenant_app' AND rolsuper
  ORDER BY 1, 2`;

const bodiesQuery = `
  SELECT proname AS name, prosrc AS body FROM pg_proc
  WHERE pronamespace = 'ledger'::regnamespace AND prosqlbody IS NULL AND prolang = (SELECT oid FROM pg_language WHERE lanname = 'plpgsql')
  ORDER BY 1`;

/**
 * What keeps the ledger's rows from being rewritten, looked at in the database's own catalogue: triggers that are gone or
 * switched off, rights the application should not have, and functions that do something else than their source.
 */
export async function faultyGuards(sql: SqlRunner): Promise<GuardFault[]> {
  const expected = Object.entries(triggers).flatMap(([table, names]) => names.map((name) => [table, name] as const));
  const switchedOff = await sql.query<GuardFault>(triggerQuery, [
    expected.map(([table]) => table),
    expected.map(([, name]) => name),
  ]);
  const rights = await sql.query<GuardFault>(rightsQuery, []);
  return [...switchedOff, ...rights, ...(await replacedFunctions(sql))];
}

async function replacedFunctions(sql: SqlRunner): Promise<GuardFault[]> {
  const built = bodiesInSource();
  const rows = await sql.query<{ name: string; body: string }>(bodiesQuery, []);
  return rows
    .filter(({ name, body }) => built.get(name) !== body)
    .map(({ name }) => ({ subject: `${name}()`, found: "is not the function of this version" }));
}

/** The text between the dollar signs of each function, as it was written last: the kernel's files come after the folders. */
function bodiesInSource(): ReadonlyMap<string, string> {
  const sources = ["../../prisma/migrations", "./kernel"].flatMap((folder) =>
    sqlUnder(new URL(folder, import.meta.url)),
  );
  const functions = sources.flatMap((text) => text.split(/^CREATE (?:OR REPLACE )?FUNCTION ledger\./m).slice(1));
  return new Map(
    functions.flatMap((text) => {
      const [, name, body] = text.match(/^(\w+)\(.*?AS \$\$(.*?)\$\$/s) ?? [];
      return name === undefined || body === undefined ? [] : [[name, body] as const];
    }),
  );
}

function sqlUnder(folder: URL): string[] {
  return readdirSync(fileURLToPath(folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => readFileSync(`${fileURLToPath(folder)}/${name}`, "utf8"));
}
