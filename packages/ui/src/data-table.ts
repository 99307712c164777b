export { DataTable, type DataTableProps, type NextPage, type TablePage } from "./DataTable.tsx";
export { type Filter, FilterBar, type FilterValues } from "./FilterBar.tsx";
export { nextByCursor, rowsOf, tablesWith } from "./query-tables.tsx";
export type { Column, Sort } from "./table-column.ts";
export { useListKeys } from "./use-list-keys.ts";
