import { categoryLabels, type EndReason, type GenerationState, type ViolationCategory } from "@covenant/domain";

type Ended = { state: GenerationState; reason: EndReason | null; category: ViolationCategory | null };

const ofState = {
  quoted: "Priced, not yet requested.",
  queued: "Waiting to start.",
  running: "The model is at work.",
  delivered: "Done.",
  blocked: "Blocked.",
  failed: "This failed.",
  cancelled: "You cancelled this.",
  expired: "Its deadline passed before it could start.",
} as const satisfies Record<GenerationState, string>;

const ofReason: Partial<Record<EndReason, (about: string) => string>> = {
  "prompt-blocked": (about) => `Your prompt was blocked before it reached any model${about}.`,
  "upload-blocked": (about) => `Your file was blocked before it reached any model${about}.`,
  "upstream-refused-prompt": (about) => `The model's maker refused this request${about}.`,
  "output-refused": () => "A safety check withheld the result. Your prompt is not what was judged.",
  "model-stopped": () => "We stopped this model before your request had started. It is not your request's fault.",
  "provider-failed": () => "The model failed on its maker's side. It is not your request's fault.",
  "provider-timeout": () => "The model took too long, so we stopped waiting. It is not your request's fault.",
  "bad-input": () => "The model could not work with this input. Another image or size may do.",
};

/** What comes before all that had happened, once a person has overturned it. */
export const overturnedWords = "A person has looked at this: you broke no rule, and the block is overturned.";

/** What happened and whose fault it was, in one sentence. What it cost is said by the ledger's lines. */
export function wordsOfEnding({ state, reason, category }: Ended): string {
  const about = category === null ? "" : ` as ${categoryLabels[category]}`;
  const sentence = reason === null ? undefined : ofReason[reason];
  return sentence?.(about) ?? ofState[state];
}
