import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const supportChannels = ["mail", "form"] as const;
/** How a question reached support: a mail, or the form on a page, which becomes one. */
export type SupportChannel = (typeof supportChannels)[number];

export type SupportDeadlineFacts = { readonly channel: SupportChannel };

/** `aim`: the terms say so. `house-target`: they say nothing, and what we work towards is no promise. Business days. */
export type SupportDeadlineVerdict =
  | { readonly kind: "aim"; readonly fromDays: number; readonly days: number }
  | { readonly kind: "house-target"; readonly days: number };

export const onSupportDeadline = conditionsOn<SupportDeadlineFacts>();

export const supportChannelWords = {
  mail: "a mail reached support",
  form: "a form reached support",
} as const satisfies Record<SupportChannel, string>;

export const supportDeadlineFamily: Family<SupportDeadlineFacts> = {
  name: "support deadline",
  question: "supportDeadline",
  points: () => supportChannels.map((channel) => ({ channel })),
  tell: ({ channel }) => [supportChannelWords[channel]],
};
