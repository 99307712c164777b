import { refusalOf } from "@covenant/domain";
import { Button, DeniedState, ErrorState } from "@covenant/ui";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { presentFailure } from "../api/present-refusal.ts";
import { MissingPage } from "./MissingPage.tsx";

/** What a page shows when it could not be loaded, or is not this person's to see. */
export function FailedPage({ error }: ErrorComponentProps) {
  const router = useRouter();
  const refusal = refusalOf(error);
  if (refusal?.code === "thing/not-found") return <MissingPage />;
  const { title, detail, requestId } = presentFailure(error);
  if (refusal?.code === "staff/capability-missing")
    return <DeniedState title="This page is not yours to see">{detail}</DeniedState>;
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
