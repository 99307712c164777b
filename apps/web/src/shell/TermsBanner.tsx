import type { AnnouncedTermsView, MemberView } from "@covenant/domain";
import { Banner, civilDayText, LinkButton } from "@covenant/ui";
import { useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { paths } from "../paths.ts";
import { AcceptTerms } from "./AcceptTerms.tsx";
import { isPutAway, putAway } from "./put-away.ts";
import { useMember } from "./use-member.ts";
import { useStorefront } from "./use-storefront.ts";

/** Pages that ask for the acceptance themselves, with the clause. */
const asking: readonly string[] = [paths.create, paths.pricing, paths.billing];

/** Tells a member of announced terms until they put it away, and, once new ones are in force, of what that asks of them. */
export function TermsBanner() {
  const member = useMember();
  const { announcedTerms } = useStorefront();
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (member === null) return null;
  if (member.termsAcceptance === "stands") {
    return announcedTerms && <Announced key={announcedTerms.version} terms={announcedTerms} />;
  }
  if (member.termsAcceptance === "ask" && asking.includes(path)) return null;
  return <InForce member={member} />;
}

const consequences = {
  stands: "You need not do anything.",
  "by-use": "What you ask for from that day on accepts them.",
  ask: "From that day we ask you to accept them once before you start anything new.",
} as const satisfies Record<AnnouncedTermsView["accepted"], string>;

function Announced({ terms: { version, inShort, accepted } }: { terms: AnnouncedTermsView }) {
  const [isHidden, setHidden] = useState(() => isPutAway(version));
  if (isHidden) return null;
  const onDismiss = () => {
    putAway(version);
    setHidden(true);
  };
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pt-4">
      <Banner
        tone="info"
        title={`New terms take effect on ${civilDayText(version)}`}
        actions={
          <LinkButton size="small" href={paths.termsChanges(version)}>
            See what changes
          </LinkButton>
        }
        onDismiss={onDismiss}
      >
        From then on, {inShort}. {consequences[accepted]}
      </Banner>
    </div>
  );
}

function InForce({ member }: { member: MemberView }) {
  const version = member.termsInForce;
  const isAsked = member.termsAcceptance === "ask";
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pt-4">
      <Banner
        tone={isAsked ? "warn" : "info"}
        title={`New terms are in force since ${civilDayText(version)}`}
        actions={
          isAsked ? (
            <AcceptTerms member={member} version={version} />
          ) : (
            <LinkButton size="small" href={paths.termsChanges(version)}>
              See what changed
            </LinkButton>
          )
        }
      >
        {isAsked
          ? "Accept them once, and you can start new work again. What you have stays as it is."
          : "What you ask for now accepts them."}
      </Banner>
    </div>
  );
}
