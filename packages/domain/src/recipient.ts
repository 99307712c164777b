/** Everybody outside who may get data. An adapter says which of them it reaches; the policy's register says the rest. */
export const recipientIds = [
  "fal",
  "model-makers",
  "openai",
  "stripe",
  "alipay",
  "resend",
  "object-storage",
  "hosting",
  "authorities",
] as const;
export type RecipientId = (typeof recipientIds)[number];
