import type { PrivacyStatement } from "../../inventory/privacy-statement.ts";

export const privacy: PrivacyStatement = {
  keeps: { account: "IAI-a60", billing: "IAI-a60", safety: "IAI-a60" },
  shares: [
    { clause: "IAI-5.3", names: { fal: "fal.ai", "model-makers": "companies such as" } },
    {
      clause: "IAI-a61",
      names: {
        fal: "fal.ai",
        openai: "OpenAI",
        stripe: "Stripe",
        resend: "Resend",
        "object-storage": "encrypted files",
        hosting: "the company whose servers we run on",
        authorities: "where the law demands it",
      },
    },
  ],
};
