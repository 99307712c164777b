import { AccountMenu } from "./AccountMenu.tsx";
import { BalancePill } from "./BalancePill.tsx";
import { useMember } from "./use-member.ts";
import { VisitorCorner } from "./VisitorCorner.tsx";

/** The header's end for a member: what there is to spend, and the way out. A visitor's once the session has ended. */
export function MemberCorner() {
  if (useMember() === null) return <VisitorCorner />;
  return (
    <>
      <BalancePill />
      <AccountMenu />
    </>
  );
}
