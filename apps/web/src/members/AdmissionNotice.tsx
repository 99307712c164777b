import type { AdmissionView, MemberView } from "@covenant/domain";
import { Banner, Button, LinkButton } from "@covenant/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { ClauseQuote } from "../shell/ClauseQuote.tsx";
import { useMember } from "../shell/use-member.ts";
import { useStorefront } from "../shell/use-storefront.ts";

const titles = {
  "member/too-young": "You are too young to buy credits here",
  "member/suspended": "You cannot buy credits while your account is suspended",
  "member/terms-not-accepted": "Accept the terms to buy credits",
  "member/email-not-confirmed": "Confirm your email to buy credits",
} as const satisfies Record<NonNullable<AdmissionView["refusal"]>, string>;

/** Why a member cannot buy now, by which clause, and the way out. Nothing for whom the terms admit. */
export function AdmissionNotice() {
  const member = useMember();
  const { data: admission } = useQuery({ ...api.members.admission.queryOptions(), enabled: member !== null });
  if (member === null || admission === undefined || admission.refusal === null) return null;
  return (
    <Banner
      tone="warn"
      title={titles[admission.refusal]}
      actions={<WayOut member={member} refusal={admission.refusal} termsVersion={admission.termsVersion} />}
    >
      <p>{admission.explanation}</p>
      <ul className="mt-2 flex flex-col gap-1">
        {admission.clauses.map((clause) => (
          <ClauseQuote key={clause.id} clause={clause} />
        ))}
      </ul>
    </Banner>
  );
}

type WayOutProps = { member: MemberView; refusal: NonNullable<AdmissionView["refusal"]>; termsVersion: string };

function WayOut({ member, refusal, termsVersion }: WayOutProps) {
  switch (refusal) {
    case "member/email-not-confirmed":
      return <ResendButton email={member.email} />;
    case "member/terms-not-accepted":
      return <AcceptButton version={termsVersion} />;
    case "member/suspended":
      return <AppealLink memberId={member.id} />;
    case "member/too-young":
      return null;
  }
}

function ResendButton({ email }: { email: string }) {
  const resend = useMutation(api.members.resendConfirmation.mutationOptions());
  return (
    <ActionWithFailure error={resend.error}>
      <Button size="small" isPending={resend.isPending} onClick={() => resend.mutate({ email })}>
        {resend.isSuccess ? `Sent to ${email}` : "Send the link again"}
      </Button>
    </ActionWithFailure>
  );
}

function AcceptButton({ version }: { version: string }) {
  const queryClient = useQueryClient();
  const accept = useMutation(
    api.members.acceptTerms.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.members.pathKey() }),
    }),
  );
  return (
    <ActionWithFailure error={accept.error}>
      <LinkButton size="small" href={paths.legal("terms")}>
        Read the terms
      </LinkButton>
      <Button size="small" variant="primary" isPending={accept.isPending} onClick={() => accept.mutate({ version })}>
        Accept version {version}
      </Button>
    </ActionWithFailure>
  );
}

/** An appeal is a letter: a person reads it. */
function AppealLink({ memberId }: { memberId: string }) {
  const { supportEmail } = useStorefront();
  const subject = encodeURIComponent(`Appeal against the suspension of ${memberId}`);
  return (
    <LinkButton size="small" href={`mailto:${supportEmail}?subject=${subject}`}>
      Appeal to {supportEmail}
    </LinkButton>
  );
}

function ActionWithFailure({ error, children }: { error: unknown; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap gap-2">{children}</div>
      {error !== null && (
        <p role="alert" className="text-small text-bad">
          {presentFailure(error).title}
        </p>
      )}
    </div>
  );
}
