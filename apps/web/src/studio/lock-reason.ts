import { type AdmissionView, formatCredits, type MemberView, type QuoteView } from "@covenant/domain";
import { admissionReason } from "../shell/admission.ts";

type Surroundings = {
  member: MemberView | null;
  /** Undefined until it is known. */
  admission: AdmissionView | undefined;
  quote: QuoteView | null;
};

/** Why nothing can be generated now; undefined when it can. */
export function lockReason({ member, admission, quote }: Surroundings): string | undefined {
  if (member === null) return "Sign in to generate.";
  const refused = admissionReason(admission);
  if (refused !== undefined) return refused;
  if (quote === null) return "The price is being asked for.";
  if (quote.balanceAfter < 0) return `Your balance is ${formatCredits(-quote.balanceAfter)} short.`;
  return undefined;
}
