import { expect, it, vi } from "vitest";
import { rowsOf, tablesWith } from "./query-tables.tsx";

const { tablePageOf, tableRowsOf } = tablesWith((error) => ({ title: String(error), requestId: "r-1" }));

const answered = { error: null, isPending: false, isError: false, refetch: vi.fn() };
const paged = { ...answered, hasNextPage: true, isFetchingNextPage: false, fetchNextPage: vi.fn() };
const twoPages = {
  pages: [
    { rows: [1, 2], next: "3" },
    { rows: [3], next: "4" },
  ],
};

it("shows the rows of every page so far, and how to get more", () => {
  const page = tablePageOf({ ...paged, data: twoPages });
  expect(page).toMatchObject({ state: "ready", rows: [1, 2, 3], next: { isLoading: false } });
  if (page.state === "ready") page.next?.load();
  expect(paged.fetchNextPage).toHaveBeenCalledOnce();
});

it("ends where there is no further page", () => {
  expect(tablePageOf({ ...paged, data: twoPages, hasNextPage: false })).toMatchObject({ next: null });
});

it("waits while nothing has come, and has no rows then", () => {
  const waiting = { ...paged, data: undefined, isPending: true };
  expect(tablePageOf(waiting)).toEqual({ state: "loading" });
  expect(rowsOf(waiting)).toEqual([]);
});

it("says what failed in the app's words", () => {
  const failed = { ...answered, data: undefined, isError: true, error: "No line" };
  expect(tableRowsOf(failed)).toMatchObject({ state: "failed", title: "No line", requestId: "r-1" });
});
