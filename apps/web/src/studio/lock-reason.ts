import { type AdmissionView, formatCredits, type MemberView, type QuoteView } from "@covenant/domain";
import { admissionReason } from "../shell/admission.ts";
import { balanceAfter } from "./balance-after.ts";

type Surroundings = {
  member: MemberView | null;
  /** Undefined until it is known. */
  admission: AdmissionView | undefined;
  quote: QuoteView | null;
  /** How many generations a press asks for. */
  count?: number;
};

/** Why nothing can be generated now; undefined when it can. */
export function lockReason({ member, admission, quote, count = 1 }: Surroundings): string | undefined {
  if (member === null) return "Sign in to generate.";
  const refused = admissionReason(admission);
  if (refused !== undefined) return refused;
  if (quote === null) return "The price is being asked for.";
  const left = balanceAfter(quote, count);
  if (left < 0) return `Your balance is ${formatCredits(-left)} short.`;
  return undefined;
}
