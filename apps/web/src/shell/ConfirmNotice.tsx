import { Banner, Button } from "@covenant/ui";
import { useMutation } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { demoPlace } from "./demo-place.ts";
import { useMember } from "./use-member.ts";

/** Says, until it is done, that the email waits to be confirmed. */
export function ConfirmNotice() {
  const member = useMember();
  const sandbox = demoPlace("sandbox");
  const resend = useMutation(api.members.resendConfirmation.mutationOptions());
  if (member === null || member.emailConfirmed) return null;
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
        We sent a link to {member.email}.{" "}
        {sandbox !== null && (
          <a
            className="underline"
            href={`${sandbox}/mailbox?to=${encodeURIComponent(member.email)}`}
            target="_blank"
            rel="noreferrer"
          >
            Open the demo mailbox
          </a>
        )}
      </Banner>
    </div>
  );
}
