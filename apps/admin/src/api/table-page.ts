import { tablesWith } from "@covenant/ui/data-table";
import { presentFailure } from "./present-refusal.ts";

/** Queries as tables show them, with this app's words for what failed. */
export const { tablePageOf, tableRowsOf } = tablesWith(presentFailure);
