import { Banner, Button } from "@covenant/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { MailboxLink } from "./MailboxLink.tsx";
import { useMember } from "./use-member.ts";

/** Pages that say in full, with the clause, why nothing can be started. */
const outspoken: readonly string[] = [paths.create, paths.pricing, paths.billing];

/** Says on every other page, until it is done, that the email waits to be confirmed. */
export function ConfirmNotice() {
  const member = useMember();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const resend = useMutation(api.members.resendConfirmation.mutationOptions());
  if (member === null || member.emailConfirmed || outspoken.includes(path)) return null;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pt-4">
      <Banner
        tone="info"
        title="Confirm your email to generate"
        actions={
          <Button size="small" isPending={resend.isPending} onClick={() => resend.mutate({ email: member.email })}>
            {resend.isSuccess ? "Sent again" : "Send the mail again"}
          </Button>
        }
      >
        We sent a link to {member.email}. <MailboxLink email={member.email} />
      </Banner>
    </div>
  );
}
