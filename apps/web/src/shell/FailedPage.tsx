import { Button, ErrorState } from "@covenant/ui";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { presentFailure, refusalOf, requestIdOf } from "../api/present-refusal.ts";
import { MissingPage } from "./MissingPage.tsx";

/** What a page shows when it could not be loaded; trying again asks the server again. */
export function FailedPage({ error }: ErrorComponentProps) {
  const router = useRouter();
  if (refusalOf(error)?.code === "thing/not-found") return <MissingPage />;
  const { title, detail } = presentFailure(error);
  const requestId = requestIdOf(error);
  return (
    <ErrorState
      title={title}
      consequence={detail}
      actions={<Button onClick={() => void router.invalidate()}>Try again</Button>}
      {...(requestId === null ? {} : { requestId })}
    />
  );
}
