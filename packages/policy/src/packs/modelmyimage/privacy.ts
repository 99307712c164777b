import type { PrivacyStatement } from "../../inventory/privacy-statement.ts";

export const privacy: PrivacyStatement = {
  keeps: { account: "MMI-6.2", billing: "MMI-6.2", safety: "MMI-6.2" },
  shares: [
    {
      clause: "MMI-P6.1",
      names: {
        stripe: "billing",
        hosting: "hosting",
        "object-storage": "hosting",
        fal: "the routed work",
        "model-makers": "the routed work",
        authorities: "authorities where the law demands it",
      },
    },
    {
      clause: "MMI-a60",
      names: {
        resend: "Resend",
        stripe: "Stripe",
        fal: "fal.ai",
        "model-makers": "the companies behind the models",
        openai: "OpenAI",
        "object-storage": "encrypted files",
      },
    },
  ],
};
