import * as z from "zod/mini";

/** Prohibited categories, worst first. `profanity` alone is impolite, not prohibited. */
export const violationCategories = [
  "child-safety",
  "intimate-imagery",
  "sexual",
  "deepfake",
  "hate",
  "violence",
  "illegal",
  "infringement",
  "profanity",
] as const;
export type ViolationCategory = (typeof violationCategories)[number];

export const categoryLabels = {
  "child-safety": "content that sexualises or endangers minors",
  "intimate-imagery": "intimate imagery without consent",
  sexual: "sexually explicit content",
  deepfake: "deceptive depiction of a real person",
  hate: "hate speech or harassment",
  violence: "graphic violence",
  illegal: "illegal goods or acts",
  infringement: "infringement of someone's rights",
  profanity: "profanity",
} as const satisfies Record<ViolationCategory, string>;

/**
 * One independent voice that a prompt, an upload or a result breaks the rules. `screening` is our own, `moderation` a moderation
 * model's, `upstream` a model provider's categorised refusal, `imprint` that a picture is near one that was barred. Confidence
 * runs from 0 to 1.
 */
export const signalSchema = z.object({
  source: z.enum(["screening", "moderation", "upstream", "imprint"]),
  /** Null when the voice said no without saying why. */
  category: z.nullable(z.enum(violationCategories)),
  confidence: z.number(),
});
export type Signal = z.infer<typeof signalSchema>;
