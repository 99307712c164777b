/** A table as SQL makes it: its name with its schema, and its columns. */
export type Tables = Map<string, Set<string>>;

/** What begins an item of a table that is no column. */
const constraint = /^(constraint|primary|unique|check|foreign|exclude)\b/i;
const name = /^"?(\w+)"?/;

/**
 * Reads which tables and columns some SQL makes, in its order: tables made, dropped and renamed, columns added, dropped and
 * renamed. A name without a schema is of `public`.
 * @throws Error where columns come from something else than a list of them.
 */
export function readTables(sql: string, tables: Tables = new Map()): Tables {
  for (const statement of statementsOf(sql)) {
    readCreated(statement, tables);
    readAltered(statement, tables);
    const dropped = statement.match(/^drop table (?:if exists )?([\w".]+)/i)?.[1];
    if (dropped !== undefined) tables.delete(fullName(dropped));
  }
  return tables;
}

/** All columns as `schema.table.column`. */
export function columnsOf(tables: Tables): string[] {
  return [...tables].flatMap(([table, columns]) => [...columns].map((column) => `${table}.${column}`));
}

function readCreated(statement: string, tables: Tables): void {
  const [, table, rest = ""] =
    statement.match(/^create (?:unlogged )?table (?:if not exists )?([\w".]+)\s*(.*)$/is) ?? [];
  if (table === undefined) return;
  if (!rest.startsWith("(") || /^\(\s*like\b/i.test(rest)) throw new Error(`${table} is not made of a list of columns`);
  const items = itemsOf(inside(rest)).filter((item) => !constraint.test(item));
  tables.set(fullName(table), new Set(items.map((item) => nameOf(item))));
}

function readAltered(statement: string, tables: Tables): void {
  const [, table, rest = ""] = statement.match(/^alter table (?:if exists )?(?:only )?([\w".]+)\s+(.*)$/is) ?? [];
  if (table === undefined) return;
  const renamed = rest.match(/^rename to ([\w"]+)/i)?.[1];
  const columns = tables.get(fullName(table)) ?? new Set();
  if (renamed === undefined) for (const action of itemsOf(rest)) readAction(action, columns);
  else renameTable(tables, fullName(table), nameOf(renamed));
}

function readAction(action: string, columns: Set<string>): void {
  const added = action.match(/^add (?:column )?(?:if not exists )?(.*)$/is)?.[1];
  if (added !== undefined && !constraint.test(added)) columns.add(nameOf(added));
  const dropped = action.match(/^drop (?:column )?(?:if exists )?(.*)$/is)?.[1];
  if (dropped !== undefined && !constraint.test(dropped)) columns.delete(nameOf(dropped));
  const [, before, after] = action.match(/^rename (?:column )?"?(\w+)"? to "?(\w+)"?/i) ?? [];
  if (before === undefined || after === undefined || /^constraint$/i.test(before)) return;
  columns.delete(before);
  columns.add(after);
}

function renameTable(tables: Tables, before: string, after: string): void {
  const columns = tables.get(before) ?? new Set();
  tables.delete(before);
  tables.set(`${before.split(".")[0]}.${after}`, columns);
}

/** Statements without comments, strings and function bodies, their white space made single. */
function statementsOf(sql: string): string[] {
  return sql
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'/g, " ")
    .split(";")
    .map((statement) => statement.replace(/\s+/g, " ").trim());
}

/** What stands between the first parenthesis and the one that closes it. */
function inside(text: string): string {
  const end = [...text].findIndex((_, at) => depthAt(text, at + 1) === 0);
  return text.slice(1, end);
}

/** The parts between commas that no parenthesis holds together. */
function itemsOf(text: string): string[] {
  const commas = [...text.matchAll(/,/g)].map(({ index }) => index).filter((at) => depthAt(text, at) === 0);
  return [-1, ...commas].map((at, which) => text.slice(at + 1, commas[which]).trim());
}

function depthAt(text: string, end: number): number {
  const before = text.slice(0, end);
  return before.split("(").length - before.split(")").length;
}

function fullName(written: string): string {
  const [first = "", second] = written.replaceAll('"', "").split(".");
  return second === undefined ? `public.${first}` : `${first}.${second}`;
}

function nameOf(item: string): string {
  const found = item.match(name)?.[1];
  if (found === undefined) throw new Error(`no column can be read from: ${item}`);
  return found;
}
