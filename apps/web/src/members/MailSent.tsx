import { Button, EmptyState, LinkButton } from "@covenant/ui";
import { useMutation } from "@tanstack/react-query";
import { MailCheck } from "lucide-react";
import { api } from "../api/trpc.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { useStorefront } from "../shell/use-storefront.ts";

/** What to do next after signing up; the same words for every address. */
export function MailSent({ to }: { to: string }) {
  const { demo } = useStorefront();
  const resend = useMutation(api.members.resendConfirmation.mutationOptions());
  return (
    <PageBody width="form">
      <EmptyState
        icon={<MailCheck size={24} />}
        title="Look into your mail"
        actions={
          <>
            {demo && (
              <LinkButton
                href={`http://localhost:4300/mailbox?to=${encodeURIComponent(to)}`}
                target="_blank"
                variant="primary"
              >
                Open the demo mailbox
              </LinkButton>
            )}
            <Button isPending={resend.isPending} onClick={() => resend.mutate({ email: to })}>
              {resend.isSuccess ? "Sent again" : "Send it again"}
            </Button>
          </>
        }
      >
        We sent a link to {to}. Open it to confirm your address, then sign in.
      </EmptyState>
    </PageBody>
  );
}
