import type { AdmissionPurpose, AdmissionView } from "@covenant/domain";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { useMember } from "./use-member.ts";

/** Beside a button in few words; the notice on the same page says it in full, with the way out. */
const reasons = {
  "member/too-young": "You are too young for this.",
  "member/suspended": "Your account is suspended.",
  "member/terms-not-accepted": "Accept the terms first.",
  "member/email-not-confirmed": "Confirm your email first.",
  "member/membership-inactive": "Become a member first.",
  "member/membership-unverified": "Your membership's payment is not verified yet; this unlocks by itself.",
} as const satisfies Record<NonNullable<AdmissionView["refusal"]>, string>;

/** Whether the terms let the member start that now; undefined for a visitor, and until it is known. */
export function useAdmission(to: AdmissionPurpose): AdmissionView | undefined {
  const member = useMember();
  return useQuery({ ...api.members.admission.queryOptions({ to }), enabled: member !== null }).data;
}

/** Why the terms let this member not start it; undefined for whom they admit. */
export function admissionReason(admission: AdmissionView | undefined): string | undefined {
  const refusal = admission?.refusal ?? null;
  return refusal === null ? undefined : reasons[refusal];
}
