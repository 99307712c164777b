import { type Credits, type LegalPageView, storefrontIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { type PublicFacts, renderPublicPages } from "./render-public-pages.tsx";

const terms: LegalPageView = {
  document: "terms",
  title: "Terms of service",
  path: "/legal/terms",
  termsVersion: "2026-05-21",
  clauses: [
    {
      id: "IAI-4.2",
      title: "Refunds",
      text: "Unspent credits & nothing else.",
      termsVersion: "2026-05-21",
      source: "stated",
      path: "/legal/terms#IAI-4.2",
      acts: true,
      since: "2026-05-21",
    },
  ],
};

const facts: PublicFacts = {
  storefront: {
    id: "image-ai-run",
    name: "Image-AI.run",
    tagline: "Pictures from words.",
    supportEmail: "help@image-ai-run.example",
    minimumAge: 13,
    termsVersion: "2026-05-21",
    studio: "image",
    paymentMethods: ["card"],
    demo: false,
  },
  documents: [terms],
  models: [
    {
      id: "z-image",
      name: "Z-Image",
      maker: "Tongyi",
      modality: "text-to-image",
      description: "Quick sketches.",
      credits: 2,
      expectedSeconds: 4,
      sizes: [],
      available: true,
    },
  ],
  plans: [
    {
      id: "creator",
      name: "Creator",
      credits: 700 as Credits,
      interval: "month",
      price: { amountMinor: 2450, currency: "USD" },
      expiresAfterPeriodDays: 0,
    },
  ],
  packs: [
    {
      id: "small",
      name: "Small",
      credits: 500 as Credits,
      price: { amountMinor: 900, currency: "USD" },
      expiresAfterDays: null,
    },
  ],
};

describe("public pages without scripts", () => {
  it("say what is sold and at which price, at the start and on the pricing page", async () => {
    const pages = await renderPublicPages(facts);
    for (const path of ["/", "/pricing"]) {
      expect(pages.get(path)).toContain("500 credits");
      expect(pages.get(path)).toContain("$9.00");
      expect(pages.get(path)).toContain("Z-Image");
    }
  });

  it("say what a subscription brings, when that expires, and what a subscriber agrees to", async () => {
    const page = (await renderPublicPages(facts)).get("/pricing");
    expect(page).toContain("$24.50 a month");
    expect(page).toContain("700 credits each month");
    expect(page).toContain("Those of a month expire when it ends.");
    expect(page).toContain("to renew until you cancel");
    expect((await renderPublicPages({ ...facts, plans: [] })).get("/pricing")).not.toContain("ubscri");
  });

  it("give every clause with its anchor", async () => {
    const page = (await renderPublicPages(facts)).get("/legal/terms");
    expect(page).toContain('<li id="IAI-4.2"');
    expect(page).toContain("Unspent credits &amp; nothing else.");
  });

  it("greet a visitor, never a member, and hold no script", async () => {
    for (const html of (await renderPublicPages(facts)).values()) {
      expect(html).toContain('href="/sign-in"');
      expect(html).not.toContain("Sign out");
      expect(html).not.toContain("<script");
    }
  });

  it.each(storefrontIds)("open differently where another studio is (%s)", async (id) => {
    const studio = { modelmyimage: "model-3d", apimodels: "api", "image-ai-run": "image" } as const;
    const pages = await renderPublicPages({ ...facts, storefront: { ...facts.storefront, id, studio: studio[id] } });
    const heading = { modelmyimage: "One photo", apimodels: "One key", "image-ai-run": "Words in" } as const;
    expect(pages.get("/")).toContain(heading[id]);
  });
});
