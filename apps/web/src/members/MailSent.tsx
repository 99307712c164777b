import { Button, EmptyState, LinkButton } from "@covenant/ui";
import { MailCheck } from "lucide-react";
import type { ReactNode } from "react";
import { demoPlace } from "../shell/demo-place.ts";
import { PageBody } from "../shell/PageBody.tsx";

type MailSentProps = {
  to: string;
  /** What to do with the mail; the same words for every address. */
  children: ReactNode;
  /** Asks for the mail once more. */
  resend: { isPending: boolean; isSuccess: boolean; mutate: (request: { email: string }) => void };
};

/** What to do next after a mail was asked for. */
export function MailSent({ to, children, resend }: MailSentProps) {
  const sandbox = demoPlace("sandbox");
  return (
    <PageBody width="form">
      <EmptyState
        level={1}
        icon={<MailCheck size={24} />}
        title="Look into your mail"
        actions={
          <>
            {sandbox !== null && (
              <LinkButton href={`${sandbox}/mailbox?to=${encodeURIComponent(to)}`} target="_blank" variant="primary">
                Open the demo mailbox
              </LinkButton>
            )}
            <Button isPending={resend.isPending} onClick={() => resend.mutate({ email: to })}>
              {resend.isSuccess ? "Sent again" : "Send it again"}
            </Button>
          </>
        }
      >
        {children}
      </EmptyState>
    </PageBody>
  );
}
