import type { PrivacyStatement } from "../../inventory/privacy-statement.ts";

const models = "the companies that run the models";

export const privacy: PrivacyStatement = {
  keeps: { account: "API-P2.4", billing: "API-P2.4", safety: "API-a60" },
  shares: [
    {
      clause: "API-P3.1",
      names: {
        fal: models,
        "model-makers": models,
        stripe: "Stripe",
        alipay: "Alipay",
        "object-storage": "Cloudflare R2",
        resend: "Resend",
      },
    },
    { clause: "API-a61", names: { hosting: "the company whose servers we run on", openai: "OpenAI" } },
  ],
};
