import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { classes } from "./classes.ts";
import { type Column, nextSort, type Sort } from "./table-column.ts";

type TableHeadProps<Row> = {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
};

/** The names of the columns; those the server can sort by are buttons. It stays in sight while the page scrolls. */
export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <thead className="@max-2xl:sr-only">
      <tr>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            style={{ width: column.width }}
            aria-sort={sort?.columnId === column.id ? sort.direction : undefined}
            className={classes(
              "sticky top-(--sticky-top,0px) z-sticky h-9 border-b bg-surface px-3 text-small font-medium whitespace-nowrap text-muted first:rounded-tl-card first:pl-4 last:rounded-tr-card last:pr-4",
              column.isNumeric ? "text-right" : "text-left",
            )}
          >
            {column.isSortable && onSort ? (
              <SortButton
                header={column.header}
                isNumeric={column.isNumeric ?? false}
                {...directionOf(sort, column.id)}
                onPress={() => onSort(nextSort(sort, column.id))}
              />
            ) : (
              <span className={classes(column.isHeaderHidden && "sr-only")}>{column.header}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type SortButtonProps = {
  header: string;
  isNumeric: boolean;
  direction?: Sort["direction"];
  onPress: () => void;
};

function SortButton({ header, isNumeric, direction, onPress }: SortButtonProps) {
  const Icon = direction === undefined ? ChevronsUpDown : direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      onClick={onPress}
      className={classes(
        "inline-flex min-h-6 items-center gap-1 rounded-[4px] font-medium hover:text-text",
        direction && "text-text",
        isNumeric && "flex-row-reverse",
      )}
    >
      {header}
      <Icon aria-hidden size={12} className="shrink-0" />
    </button>
  );
}

function directionOf(sort: Sort | undefined, columnId: string): { direction?: Sort["direction"] } {
  return sort?.columnId === columnId ? { direction: sort.direction } : {};
}
