import { Button, ErrorState } from "@covenant/ui";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { presentFailure, refusalOf, requestIdOf } from "../api/present-refusal.ts";
import { MissingPage } from "./MissingPage.tsx";

/** What a page shows when it could not be loaded. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  if (refusalOf(error)?.code === "thing/not-found") return <MissingPage />;
  const { title, detail } = presentFailure(error);
  const requestId = requestIdOf(error);
  return (
    <ErrorState
      title={title}
      consequence={detail}
      actions={<Button onClick={reset}>Try again</Button>}
      {...(requestId === null ? {} : { requestId })}
    />
  );
}
