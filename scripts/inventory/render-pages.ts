import { storefrontNames } from "@covenant/domain";
import { entries, technical } from "@covenant/policy";
import type { VersionInventory } from "./report-inventory.ts";

/** A page of docs/data-inventory. */
export type InventoryPage = { readonly file: string; readonly text: string };

const origin =
  "Written by `pnpm --filter @covenant/scripts inventory` from the register in packages/policy/src/inventory; a test fails while this page differs from it.";

/** The register for people who read law and not code: a page for each storefront's newest terms, and one of all columns. */
export function renderPages(versions: readonly VersionInventory[]): InventoryPage[] {
  const newest = new Map(versions.map((version) => [version.storefront, version]));
  return [...[...newest.values()].map(storefrontPage), columnsPage()];
}

function storefrontPage({ storefront, version, stored, records, recipients }: VersionInventory): InventoryPage {
  return page(`${storefront}.md`, [
    `# ${storefrontNames[storefront]}: what is stored, and who receives it`,
    "",
    origin,
    "",
    `Under the terms of ${version}. The same stands on the storefront's privacy page.`,
    "",
    "## What is stored, why and how long",
    "",
    ...records.flatMap(({ kinds, says, clause }) => [`How long ${kinds.join(", ")} stay: ${says} ${clause.id}`, ""]),
    ...table(
      ["What", "Why", "How long", "Where", "Who receives it", "Ground"],
      stored.map(({ what, why, howLong, clauses, where, receivers, basis }) => [
        what,
        why,
        [howLong, ...clauses.map(({ id }) => id)].join(" "),
        where,
        receivers.map(({ id }) => id).join(", ") || "nobody",
        basis,
      ]),
    ),
    "",
    "## Who receives it",
    "",
    ...table(
      ["", "Who", "Gets", "Why", "Where", "Said in"],
      recipients.map(({ id, name, gets, why, place, clauses }) => [
        id,
        name,
        gets,
        why,
        place,
        clauses.map((clause) => clause.id).join(", "),
      ]),
    ),
  ]);
}

function columnsPage(): InventoryPage {
  return page("columns.md", [
    "# Every column, and what it is stored as",
    "",
    origin,
    "",
    ...table(
      ["Entry", "Columns"],
      entries.filter(({ columns }) => columns.length > 0).map(({ what, columns }) => [what, columns.join(", ")]),
    ),
    "",
    "## Columns that say nothing about a member by themselves",
    "",
    ...table(
      ["Why", "Columns"],
      technical.map(({ why, columns }) => [why, columns.join(", ")]),
    ),
  ]);
}

function page(file: string, lines: readonly string[]): InventoryPage {
  return { file, text: `${lines.join("\n")}\n` };
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}
