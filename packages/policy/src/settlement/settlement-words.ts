import { categoryLabels, type EndReason } from "@covenant/domain";
import type { SettlementOutcome, SettlementQuestion } from "./rule-on-settlement.ts";

const endings = {
  "prompt-blocked": "Your prompt was stopped before anything ran.",
  "upload-blocked": "Your upload was stopped before anything ran.",
  "output-refused": "A safety check refused what the model had made.",
  "upstream-refused-prompt": "The company that runs the model refused your prompt.",
  "provider-failed": "The company that runs the model failed to finish. That was not your doing.",
  "provider-timeout": "The company that runs the model took too long. That was not your doing.",
  "bad-input": "The file or the settings could not be used.",
  "not-started-in-time": "Your request waited too long to start. That was not your doing.",
  "model-stopped": "We stopped the model before your request had started. That was not your doing.",
  "account-stopped": "Your request had not started when your account was suspended or closed, so it was cancelled.",
  "cancelled-by-member": "You cancelled your request.",
  delivered: "Your request is done.",
} as const satisfies Record<EndReason, string>;

/** What happened, with the category where a breach is suspected or proven. */
export function happenedSentence({ reason, standing, category, delivered, requested }: SettlementQuestion): string {
  const found = category && (standing === "suspected" || standing === "established");
  return [
    endings[reason],
    found ? `What was found: ${categoryLabels[category]}.` : "",
    delivered > 0 && delivered < requested ? `You have ${delivered} of ${requested} results.` : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** What it costs, by the ruling alone; amounts are rendered from ledger entries elsewhere. */
export function costSentence(outcome: SettlementOutcome, requested: number): string {
  switch (outcome.credits) {
    case "capture":
      return outcome.capturedShare === requested
        ? "The credits of this request are spent."
        : `The credits of ${outcome.capturedShare} of ${requested} results are spent, and the others come back.`;
    case "release":
      return "The credits come back at once, so this costs nothing.";
    case "review":
      return `The credits wait for a person, at most ${outcome.reviewDays} business days, and come back if nobody has decided by then.`;
  }
}

/** What the member can do now; nothing where there is nothing to do. */
export function nextSentence(outcome: SettlementOutcome, { reason, standing }: SettlementQuestion): string {
  if (reason === "delivered" || reason === "cancelled-by-member") return "";
  if (outcome.credits === "review")
    return "You need not do anything. If you write to us, the person who decides reads it.";
  if (standing === "established") return "If you think this is wrong, appeal, and someone else looks again.";
  return reason === "bad-input" ? "Choose another file or other settings and try again." : "You can try again.";
}
