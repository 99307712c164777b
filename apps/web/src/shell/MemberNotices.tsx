import { ConfirmNotice } from "./ConfirmNotice.tsx";
import { TermsBanner } from "./TermsBanner.tsx";

/** What a member is told above every page. */
export function MemberNotices() {
  return (
    <>
      <ConfirmNotice />
      <TermsBanner />
    </>
  );
}
