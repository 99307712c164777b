import { lazy, Suspense } from "react";

// Few look for what is not there, and only they load what says so.
const MissingReport = lazy(async () => ({ default: (await import("./MissingReport.tsx")).MissingReport }));

/** What a page shows when nothing lives at its address. */
export function MissingPage() {
  return (
    <Suspense>
      <MissingReport />
    </Suspense>
  );
}
