import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { follow, see, seePage } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { adminOrigin, originOf, signInOf } from "../installation/installation.ts";
import { newPerson } from "../steps/people.ts";
import { signInStaff } from "../steps/sign-in-staff.ts";
import { join } from "../steps/sign-up.ts";
import { mailTo } from "../world/mailbox.ts";
import { areAhead } from "../world/terms-of-the-day.ts";

const { arrive } = visitors();
const person = newPerson();
let page: Page;

describe.runIf(areAhead("image-ai-run"))("while other terms are announced", () => {
  /** Somebody who joins Image-AI.run while a version of its terms is announced. */
  beforeAll(async () => {
    page = await arrive(originOf("image-ai-run"));
    await page.goto("/sign-up");
    await see(page, /^Another version takes effect on .*2027/);
    await join(page, person);
  });

  const banner = () => page.getByRole("status").filter({ hasText: "New terms take effect on" });

  it("tells a member by mail, once, with the day and what changes", async () => {
    const { text, links } = await mailTo(person.email, /new terms from 15 March 2027/);
    expect(text).toContain("your credits come back at once");
    expect(links.map((link) => new URL(link).pathname)).toContain("/legal/changes/2027-03-15");
  });

  it("leads from the banner to what changes, clause by clause, with the changed words marked", async () => {
    await page.goto("/history");
    await follow(banner().getByRole("link", { name: "See what changes" }), "What changes in the terms");
    const strikes = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /^IAI-a3 / }) });
    expect(await strikes.getByRole("deletion").allTextContents()).toEqual(["180"]);
    expect(await strikes.getByRole("insertion").allTextContents()).toEqual(["120"]);
    expect(await strikes.textContent()).toContain("stops counting two months sooner");
  });

  it("leads on to the clause as it reads today, as it will read, and from one version to the other", async () => {
    const strikes = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /^IAI-a3 / }) });
    await strikes.getByRole("link", { name: /^Until / }).click();
    await page.waitForURL("**/legal/acceptable-use/2026-05-21#IAI-a3");
    await see(page, /counts for 180 days/);
    await see(page, /^Another version takes effect on /);
    await page
      .getByRole("navigation", { name: "Versions" })
      .getByRole("link", { name: /announced$/ })
      .click();
    await page.waitForURL("**/legal/acceptable-use/2027-03-15");
    await see(page, /counts for 120 days/);
    await see(page, /^Not in force yet\./);
  });

  it("stays away once it was put away", async () => {
    await page.goto("/history");
    await banner().getByRole("button", { name: "Dismiss" }).click();
    await page.reload();
    await seePage(page, "History");
    expect(await banner().count()).toBe(0);
  });

  it("shows staff which version the member accepted, how, and that they were told of the next", async () => {
    const desk = await arrive(adminOrigin);
    await signInStaff(desk, signInOf("support@demo.test"));
    await desk.goto(`/members?search=${encodeURIComponent(person.email)}`);
    await follow(desk.getByRole("link", { name: person.email }), person.email);
    await see(desk, /^2026-05-21, ticked, /);
    await see(desk, /^Told by mail, /);
  });
});

describe.runIf(!areAhead("image-ai-run"))("once other terms are in force", () => {
  it("goes on showing the earlier ones, says until when they held, and leads to what changed", async () => {
    const visitor = await arrive(originOf("image-ai-run"));
    await visitor.goto("/legal/acceptable-use");
    await see(visitor, /counts for 120 days/);
    await visitor
      .getByRole("navigation", { name: "Versions" })
      .getByRole("link", { name: /earlier$/ })
      .click();
    await visitor.waitForURL("**/legal/acceptable-use/2026-05-21");
    await see(visitor, /counts for 180 days/);
    await see(visitor, "An earlier version: it was in force until 15 March 2027");
    await visitor.getByRole("link", { name: "What changed" }).first().click();
    await visitor.waitForURL("**/legal/changes/2027-03-15");
  });
});
