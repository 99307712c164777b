import type { Credits, LegalPageView } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { hasPage, type PublicFacts, renderPublicPages } from "./render-public-pages.tsx";

const terms: LegalPageView = {
  document: "terms",
  title: "Terms of service",
  path: "/legal/terms/2026-05-21",
  termsVersion: "2026-05-21",
  clauses: [
    {
      id: "IAI-4.2",
      title: "Refunds",
      text: "Unspent credits & nothing else.",
      termsVersion: "2026-05-21",
      source: "stated",
      path: "/legal/terms/2026-05-21#IAI-4.2",
      acts: true,
      since: "2026-05-21",
      until: "2027-03-15",
    },
  ],
};

const announced: LegalPageView = {
  ...terms,
  path: "/legal/terms/2027-03-15",
  termsVersion: "2027-03-15",
  clauses: terms.clauses.map((clause) => ({
    ...clause,
    text: "Unspent credits and fees.",
    termsVersion: "2027-03-15",
    path: "/legal/terms/2027-03-15#IAI-4.2",
    since: "2027-03-15",
    until: null,
  })),
};

/** The same item, as a version tells how long it stays. */
const storedFor = (howLong: string, version: string) => ({
  stored: [
    {
      id: "prompts",
      what: "The words you ask with",
      why: "To make what you asked for.",
      basis: "To do what you asked us for",
      where: "Our database",
      howLong,
      clauses: [{ id: "IAI-4.2", title: "Refunds", path: `/legal/terms${version}#IAI-4.2` }],
      receivers: [{ id: "fal" as const, name: "fal.ai" }],
    },
  ],
  records: [
    {
      kinds: ["records of your account"],
      says: "Records stay as long as law asks.",
      clause: { id: "IAI-a60", title: "Records", path: "/legal/privacy/2026-05-21#IAI-a60" },
    },
  ],
  recipients: [
    {
      id: "fal" as const,
      name: "fal.ai",
      gets: "The words of a request.",
      why: "It runs the models.",
      place: "Afar",
      clauses: [],
    },
  ],
});

const clauseOf = ({ clauses }: LegalPageView) => clauses[0] ?? null;

const facts: PublicFacts = {
  storefront: {
    id: "image-ai-run",
    name: "Image-AI.run",
    tagline: "Pictures from words.",
    supportEmail: "help@image-ai-run.example",
    minimumAge: 13,
    termsVersion: "2026-05-21",
    announcedTerms: { version: "2027-03-15", inShort: "strikes end sooner", accepted: "ask" },
    studio: "image",
    uploads: { filesAtOnce: 25, bytesAtMost: 25_000_000 },
    paymentMethods: ["card"],
    asksForMembership: false,
    demo: false,
  },
  documents: [terms, { ...terms, document: "privacy", title: "Privacy", path: "/legal/privacy" }],
  inventory: storedFor("3 days.", ""),
  versions: [
    {
      version: "2027-03-15",
      announcedOn: "2026-11-16",
      endsOn: null,
      state: "announced",
      weight: "material",
      inShort: "strikes end sooner",
    },
    {
      version: "2026-05-21",
      announcedOn: "2026-05-21",
      endsOn: "2027-03-15",
      state: "in-force",
      weight: null,
      inShort: null,
    },
  ],
  ofVersion: [
    {
      version: "2026-05-21",
      documents: [terms, { ...terms, document: "privacy" }],
      inventory: storedFor("3 days.", "/2026-05-21"),
      difference: null,
    },
    {
      version: "2027-03-15",
      documents: [announced, { ...announced, document: "privacy" }],
      inventory: storedFor("2 days.", "/2027-03-15"),
      difference: {
        from: "2026-05-21",
        to: "2027-03-15",
        weight: "material",
        changes: [
          {
            kind: "reworded",
            weight: "material",
            document: "Terms of service",
            matters: "You get more back.",
            before: clauseOf(terms),
            after: clauseOf(announced),
            title: [
              { kind: "same", text: "Refunds within " },
              { kind: "removed", text: "three days" },
              { kind: "added", text: "two days" },
            ],
            text: [
              { kind: "same", text: "Unspent credits " },
              { kind: "removed", text: "& nothing else" },
              { kind: "added", text: "and fees" },
              { kind: "same", text: "." },
            ],
          },
        ],
      },
    },
  ],
  models: [
    {
      id: "z-image",
      name: "Z-Image",
      maker: "Tongyi",
      modality: "text-to-image",
      description: "Quick sketches.",
      credits: 2,
      coming: null,
      sunset: null,
      usagePolicyUrl: null,
      countMost: 1,
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

  it("say before anything is bought that generating needs a membership, and what that costs", async () => {
    const storefront = { ...facts.storefront, asksForMembership: true };
    const page = (await renderPublicPages({ ...facts, storefront })).get("/pricing");
    expect(page?.replaceAll(/<!--.*?-->/g, "")).toContain("To generate you need an active Creator: $24.50 a month.");
    expect((await renderPublicPages(facts)).get("/pricing")).not.toContain("To generate you need");
  });

  it("give every clause with its anchor", async () => {
    const page = (await renderPublicPages(facts)).get("/legal/terms");
    expect(page).toContain('<li id="IAI-4.2"');
    expect(page).toContain("Unspent credits &amp; nothing else.");
  });

  it("say on the privacy page, and there alone, what is stored, how long, by which clause, and who receives it", async () => {
    const pages = await renderPublicPages(facts);
    const page = pages.get("/legal/privacy");
    expect(page).toContain("What we store, why and how long");
    expect(page).toContain('<li id="stored-prompts"');
    expect(page).toMatch(/3 days\. <a [^>]*href="\/legal\/terms#IAI-4\.2"/);
    expect(page).toMatch(/<a [^>]*href="#recipient-fal"[^>]*>fal\.ai</);
    expect(page).toContain('<li id="recipient-fal"');
    expect(pages.get("/legal/terms")).not.toContain("Who receives it");
  });

  it("say on the privacy page of each version how long things stay by its own rules", async () => {
    const pages = await renderPublicPages(facts);
    const inForce = pages.get("/legal/privacy/2026-05-21");
    expect(inForce).toMatch(/3 days\. <a [^>]*href="\/legal\/terms\/2026-05-21#IAI-4\.2"/);
    expect(inForce).toContain('<li id="recipient-fal"');
    const ahead = pages.get("/legal/privacy/2027-03-15");
    expect(ahead).toMatch(/2 days\. <a [^>]*href="\/legal\/terms\/2027-03-15#IAI-4\.2"/);
    expect(ahead).not.toContain("3 days.");
    expect(pages.get("/legal/terms/2027-03-15")).not.toContain("Who receives it");
  });

  it("say of a changed clause from which day it will read so, and since which it does", async () => {
    const page = (await renderPublicPages(facts)).get("/legal/terms/2027-03-15");
    expect(page).toMatch(/Will read so from 15 March 2027\. <a [^>]*>What changes</);
    expect(page).not.toContain("Reads so since");
    const versions = facts.versions.map((each) =>
      each.version === "2027-03-15" ? { ...each, state: "in-force" as const } : { ...each, state: "earlier" as const },
    );
    const later = (await renderPublicPages({ ...facts, versions })).get("/legal/terms/2027-03-15");
    expect(later).toMatch(/Reads so since 15 March 2027\. <a [^>]*>What changed</);
  });

  it("keep a superseded version to be read, say until when it was in force, and lead to it from the one that is", async () => {
    const versions = facts.versions.map((each) =>
      each.version === "2027-03-15" ? { ...each, state: "in-force" as const } : { ...each, state: "earlier" as const },
    );
    const documents = facts.documents.map((each) => ({ ...each, termsVersion: "2027-03-15" }));
    const pages = await renderPublicPages({ ...facts, documents, versions });
    const before = pages.get("/legal/terms/2026-05-21");
    expect(before).toContain("An earlier version: it was in force until 15 March 2027");
    expect(before).toContain("What happened before that day is judged by it.");
    expect(before).toContain('href="/legal/changes/2027-03-15"');
    expect(before).toContain("Unspent credits &amp; nothing else.");
    expect(pages.get("/legal/terms")).toMatch(/<a [^>]*href="\/legal\/terms\/2026-05-21"[^>]*>21 May 2026, earlier</);
  });

  it("show the terms in force, say which others there are, and keep each version at an address of its own", async () => {
    const pages = await renderPublicPages(facts);
    expect(pages.get("/legal/terms")).toContain("Another version takes effect on");
    expect(pages.get("/legal/terms")).toContain('href="/legal/changes/2027-03-15"');
    expect(pages.get("/legal/terms/2026-05-21")).toContain("Unspent credits &amp; nothing else.");
    expect(pages.get("/legal/terms/2027-03-15")).toContain("Unspent credits and fees.");
    expect(pages.get("/legal/terms/2027-03-15")).toContain("Not in force yet");
    expect(pages.has("/legal/changes/2026-05-21")).toBe(false);
  });

  it("show what a version changes, the changed words marked, and why it matters", async () => {
    const page = (await renderPublicPages(facts)).get("/legal/changes/2027-03-15");
    expect(page).toContain("You get more back.");
    expect(page).toMatch(/<del [^>]*>&amp; nothing else<\/del>/);
    expect(page).toMatch(/<ins [^>]*>and fees<\/ins>/);
    expect(page).toMatch(/Refunds within <\/span><del [^>]*>three days<\/del><ins [^>]*>two days<\/ins>/);
    expect(page).toContain('href="/legal/terms/2027-03-15#IAI-4.2"');
  });

  it("greet a visitor, never a member, and hold no script", async () => {
    for (const html of (await renderPublicPages(facts)).values()) {
      expect(html).toContain('href="/sign-in"');
      expect(html).not.toContain("Sign out");
      expect(html).not.toContain("<script");
    }
  });

  it.each([
    ["model-3d", "One photo"],
    ["api", "One key"],
    ["image", "Words in"],
  ] as const)("open differently where another studio is (%s)", async (studio, heading) => {
    const pages = await renderPublicPages({ ...facts, storefront: { ...facts.storefront, studio } });
    expect(pages.get("/")).toContain(heading);
  });
});

it("knows where no page lives", () => {
  expect(["/", "/g/gen_1", "/legal/terms/2026-05-21", "/terms", "/legal"].map(hasPage)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
