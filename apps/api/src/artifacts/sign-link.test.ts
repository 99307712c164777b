import { newId } from "@covenant/domain";
import { expect, it } from "vitest";
import { readLink, signLink } from "./sign-link.ts";

const settings = { MEDIA_URL: undefined, MEDIA_PORT: 4400, SIGNING_KEY: "a signing key of at least 32 characters" };
const now = new Date("2026-11-21T12:03:20Z");
const artifactId = newId("artifact");
const link = signLink(settings, { artifactId, disposition: "inline", now });
const token = link.slice(link.lastIndexOf("/") + 1);
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

it("opens the one file, for the one purpose, on the media origin", () => {
  expect(link.startsWith("http://media.localhost:4400/f/")).toBe(true);
  expect(readLink(settings, token, now)).toMatchObject({ artifactId, disposition: "inline" });
});

it("lives for 10 to 15 minutes", () => {
  expect(readLink(settings, token, after(10))).not.toBeNull();
  expect(readLink(settings, token, after(15))).toBeNull();
});

it("is the same address for a page loaded twice in a row", () => {
  expect(signLink(settings, { artifactId, disposition: "inline", now: after(0.5) })).toBe(link);
});

it("is refused after any character of it is changed, dropped or added", () => {
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === "A" ? "B" : "A";
    expect(readLink(settings, token.slice(0, at) + other + token.slice(at + 1), now), `${at}`).toBeNull();
    expect(readLink(settings, token.slice(0, at) + token.slice(at + 1), now), `${at}`).toBeNull();
  }
  for (const more of [`${token}A`, `${token}=`, `${token}.x`, `x${token}`, "", "...", `${token}\u00e9`]) {
    expect(readLink(settings, more, now), more).toBeNull();
  }
});

it("does not turn a link to look into a link to save", () => {
  expect(readLink(settings, token.replace(".inline.", ".attachment."), now)).toBeNull();
});

it("is refused when another key signed it", () => {
  expect(readLink({ SIGNING_KEY: "another signing key of 32 characters" }, token, now)).toBeNull();
});
