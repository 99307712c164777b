import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { useLinkClick } from "./Navigation.tsx";
import { LateWords, Skeleton } from "./Skeleton.tsx";
import type { Column } from "./table-column.ts";

type TableRowProps<Row> = {
  row: Row;
  columns: readonly Column<Row>[];
  href: string | undefined;
  isSelected: boolean;
};

const cellStyle = classes(
  "h-row max-w-0 border-b px-3 py-1.5 align-middle [tr:last-child>&]:border-b-0 first:pl-4 last:pr-4",
  "@max-2xl:flex @max-2xl:h-auto @max-2xl:max-w-none @max-2xl:justify-between @max-2xl:gap-6 @max-2xl:border-0 @max-2xl:px-4 @max-2xl:py-0.5",
);

/** One row. Its link is in the first cell and covers the row; buttons in other cells stand above it. */
export function TableRow<Row>({ row, columns, href, isSelected }: TableRowProps<Row>) {
  return (
    <tr
      aria-current={isSelected || undefined}
      className={classes(
        "group/row relative scroll-my-12 transition-colors @max-2xl:block @max-2xl:border-b @max-2xl:py-2.5 @max-2xl:last:border-b-0",
        "has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-focus",
        isSelected ? "bg-accent-soft" : href && "hover:bg-hover",
      )}
    >
      {columns.map((column, at) => (
        <td
          key={column.id}
          className={classes(
            cellStyle,
            column.isNumeric && "text-right tabular",
            column.isHiddenWhenNarrow && "@max-2xl:hidden",
            at === 0 && "font-medium",
          )}
        >
          {at > 0 && (
            <span aria-hidden className="hidden shrink-0 text-muted @max-2xl:inline">
              {!column.isHeaderHidden && column.header}
            </span>
          )}
          <Cell href={at === 0 ? href : undefined} isInteractive={column.isInteractive ?? false}>
            {column.cell(row)}
          </Cell>
        </td>
      ))}
    </tr>
  );
}

function Cell({
  href,
  isInteractive,
  children,
}: {
  href: string | undefined;
  isInteractive: boolean;
  children: ReactNode;
}) {
  const onClick = useLinkClick();
  if (href === undefined)
    return <div className={classes("min-w-0 truncate", isInteractive && "relative z-[1]")}>{children}</div>;
  return (
    <a href={href} onClick={onClick} className="block min-w-0 truncate outline-none after:absolute after:inset-0">
      {children}
    </a>
  );
}

const skeletonRows = ["72%", "54%", "86%", "61%", "78%", "49%"] as const;

/** Rows to come, in the shape of the table. */
export function TableSkeleton<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <>
      {skeletonRows.map((width) => (
        <tr key={width} className="@max-2xl:block @max-2xl:border-b @max-2xl:py-2.5">
          {columns.map((column) => (
            <td key={column.id} className={cellStyle}>
              <Skeleton width={width} height={12} />
            </td>
          ))}
        </tr>
      ))}
      <tr>
        <td colSpan={columns.length} className="px-4 py-2 text-center">
          <LateWords />
        </td>
      </tr>
    </>
  );
}
