import { type MemberId, type StorefrontId, storefrontNames } from "@covenant/domain";
import { PageHeader, RelativeTime, StatusBadge, TextLink, type Tone } from "@covenant/ui";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import { PageBody } from "./PageBody.tsx";
import { PermittedLink } from "./PermittedLink.tsx";

type DeskPageProps = {
  back: { href: string; label: string };
  title: string;
  look: { tone: Tone; label: string };
  member: { memberId: MemberId; memberEmail: string; storefront: StorefrontId };
  /** When it came to us, in a word: "Opened". */
  began: { word: string; at: string };
  /** Whose acts, and what the link to them says. */
  acts: { of: string; label: string };
  /** What is to be done, beside the file. */
  deed: ReactNode;
  children: ReactNode;
};

/** A page on which somebody decides about a member: whose and since when above, the file, and the deed beside it. */
export function DeskPage({ back, title, look, member, began, acts, deed, children }: DeskPageProps) {
  const { memberId, memberEmail, storefront } = member;
  return (
    <PageBody>
      <PageHeader
        back={back}
        title={title}
        badges={<StatusBadge tone={look.tone}>{look.label}</StatusBadge>}
        detail={
          <>
            <TextLink href={paths.member(memberId)}>{memberEmail}</TextLink> at {storefrontNames[storefront]}.{" "}
            {began.word} <RelativeTime at={began.at} />.
          </>
        }
        actions={
          <PermittedLink href={paths.acts(acts.of)} capability="act.read">
            {acts.label}
          </PermittedLink>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-2 lg:row-start-1">{deed}</div>
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-start-1">{children}</div>
      </div>
    </PageBody>
  );
}
