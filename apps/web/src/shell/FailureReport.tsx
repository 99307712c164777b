import { Button, ErrorState } from "@covenant/ui";
import { useRouter } from "@tanstack/react-router";
import { presentFailure } from "../api/present-refusal.ts";

/** Why a page could not be loaded, and a way to ask the server again. */
export function FailureReport({ error }: { error: unknown }) {
  const router = useRouter();
  const { title, detail, requestId } = presentFailure(error);
  return (
    <ErrorState
      level={1}
      title={title}
      consequence={detail}
      actions={<Button onClick={() => void router.invalidate()}>Try again</Button>}
      {...(requestId === undefined ? {} : { requestId })}
    />
  );
}
