import type { AdmissionPurpose, AdmissionView, MemberView } from "@covenant/domain";
import { Banner, Button, LinkButton } from "@covenant/ui";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { AcceptTerms } from "../shell/AcceptTerms.tsx";
import { useAdmission } from "../shell/admission.ts";
import { ClauseQuote } from "../shell/ClauseQuote.tsx";
import { MailboxLink } from "../shell/MailboxLink.tsx";
import { useMember } from "../shell/use-member.ts";

type Refusal = NonNullable<AdmissionView["refusal"]>;

const verbs = { buy: "buy credits", generate: "generate" } as const satisfies Record<AdmissionPurpose, string>;

const titles = {
  "member/too-young": (verb) => `You are too young to ${verb} here`,
  "member/suspended": (verb) => `You cannot ${verb} while your account is suspended`,
  "member/terms-not-accepted": (verb) => `Accept the terms to ${verb}`,
  "member/email-not-confirmed": (verb) => `Confirm your email to ${verb}`,
  "member/membership-inactive": () => "Generating here asks for a membership",
  "member/membership-unverified": () => "Your membership waits for its payment to be verified",
} as const satisfies Record<Refusal, (verb: string) => string>;

type AdmissionNoticeProps = {
  purpose: AdmissionPurpose;
  /** What hears of the payment that a membership waits for, so that what is locked unlocks by itself. */
  watch?: ReactNode;
};

/** Why a member cannot do what a page is for, by which clause, and the way out. Nothing for whom the terms admit. */
export function AdmissionNotice({ purpose, watch }: AdmissionNoticeProps) {
  const member = useMember();
  const admission = useAdmission(purpose);
  if (member === null || admission === undefined || admission.refusal === null) return null;
  return (
    <Banner
      tone="warn"
      title={titles[admission.refusal](verbs[purpose])}
      actions={<WayOut member={member} refusal={admission.refusal} termsVersion={admission.termsVersion} />}
    >
      {admission.refusal === "member/membership-unverified" && watch}
      <p>
        {admission.explanation}{" "}
        {admission.refusal === "member/email-not-confirmed" && <MailboxLink email={member.email} />}
      </p>
      <ul className="mt-2 flex flex-col gap-1">
        {admission.clauses.map((clause) => (
          <ClauseQuote key={clause.id} clause={clause} />
        ))}
      </ul>
    </Banner>
  );
}

type WayOutProps = { member: MemberView; refusal: Refusal; termsVersion: string };

function WayOut({ member, refusal, termsVersion }: WayOutProps) {
  switch (refusal) {
    case "member/email-not-confirmed":
      return <ResendButton email={member.email} />;
    case "member/terms-not-accepted":
      return <AcceptTerms member={member} version={termsVersion} />;
    case "member/suspended":
      return (
        <LinkButton size="small" href={paths.standing}>
          See why, and appeal
        </LinkButton>
      );
    case "member/membership-inactive":
      return (
        <LinkButton size="small" variant="primary" href={paths.pricing}>
          Become a member
        </LinkButton>
      );
    case "member/membership-unverified":
      return (
        <LinkButton size="small" href={paths.billing}>
          See where it stands
        </LinkButton>
      );
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
