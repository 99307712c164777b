import { refusalOf } from "@covenant/domain";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { MissingPage } from "./MissingPage.tsx";

// The words for what failed come when something does. Where even they do not come, a sentence and a link remain.
const FailureReport = lazy(async () => {
  try {
    return { default: (await import("./FailureReport.tsx")).FailureReport };
  } catch {
    return { default: LineDown };
  }
});

/** What a page shows when it could not be loaded. */
export function FailedPage({ error }: ErrorComponentProps) {
  if (refusalOf(error)?.code === "thing/not-found") return <MissingPage />;
  return (
    <Suspense>
      <FailureReport error={error} />
    </Suspense>
  );
}

function LineDown() {
  return (
    <div role="alert" className="px-6 py-14 text-center">
      <h1 className="text-h2 font-semibold">This page could not be loaded</h1>
      <p>
        Nothing was charged by this.{" "}
        <a href={window.location.href} className="underline">
          Load it again
        </a>
      </p>
    </div>
  );
}
