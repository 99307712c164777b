import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Button } from "./Button.tsx";
import { DataTable } from "./DataTable.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { NotFoundState } from "./NotFoundState.tsx";
import { Progress } from "./Progress.tsx";
import { StatusBadge } from "./StatusBadge.tsx";
import { ThemeToggle } from "./ThemeToggle.tsx";

it("keeps a button that cannot be pressed, focusable and described by its reason", () => {
  const markup = renderToStaticMarkup(<Button disabledReason="Nothing to save">Save</Button>);
  const reasonId = /aria-describedby="([^"]+)"/.exec(markup)?.[1];
  expect(markup).toContain('aria-disabled="true"');
  expect(markup).not.toContain(" disabled");
  expect(markup).toContain(`<span id="${reasonId}" class="sr-only">Nothing to save</span>`);
});

it("keeps the name of a pending button", () => {
  const markup = renderToStaticMarkup(<Button isPending>Save</Button>);
  expect(markup).toContain('aria-busy="true"');
  expect(markup).toContain(">Save</span>");
});

it("takes no choice of a theme before the app can hear it", () => {
  expect(renderToStaticMarkup(<ThemeToggle />)).toMatch(/^<fieldset disabled=""/);
});

it("never lets colour speak alone", () => {
  expect(renderToStaticMarkup(<StatusBadge tone="bad">Failed</StatusBadge>)).toMatch(/<svg.*Failed/s);
});

it("invents no percentage where no steps are counted", () => {
  expect(renderToStaticMarkup(<Progress label="Texture" />)).not.toContain("aria-valuenow");
  expect(renderToStaticMarkup(<Progress label="Upload" steps={{ done: 3, total: 12 }} />)).toContain(
    'aria-valuenow="25"',
  );
});

it("tells an empty list from a list whose filters leave nothing", () => {
  const table = {
    label: "Rows",
    columns: [],
    page: { state: "ready", rows: [] },
    rowKey: String,
    empty: "none",
    noMatch: "no match",
  } as const;
  expect(renderToStaticMarkup(<DataTable {...table} />)).toContain("none");
  expect(renderToStaticMarkup(<DataTable {...table} isFiltered />)).toContain("no match");
});

it("is the heading of a page that is nothing else, and of a part otherwise", () => {
  expect(renderToStaticMarkup(<NotFoundState />)).toMatch(/<h1 [^>]*tabindex="-1"[^>]*>There is no page here<\/h1>/);
  expect(renderToStaticMarkup(<EmptyState title="No keys yet" />)).toMatch(/<h2 [^>]*>No keys yet<\/h2>/);
});
