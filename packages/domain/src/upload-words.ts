import type { RefusalCode, RefusalFacts } from "./refusal.ts";

type Say = (facts: RefusalFacts) => string;

/** What is wrong with a file and what to change, since it is read beside the file that was chosen. */
const sentences: Partial<Record<RefusalCode, Say>> = {
  "session/required": () => "Sign in to upload a file.",
  "request/too-many": () => "That was a lot of files. Wait a little before the next one.",
  "upload/unsupported": ({ format }) =>
    `${format ? `${format} files are not taken` : "This kind of file is not taken"}. Save it as JPEG, PNG or WebP.`,
  "upload/too-large": (facts) => `This image ${excessOf(facts)}. Make it smaller first.`,
  "upload/damaged": () =>
    "This image is damaged or incomplete. Open it on your machine and save it anew, or choose another.",
  "upload/out-of-step": () => "This file did not arrive whole. Send it again.",
  "thing/not-found": () => "This file waited too long and is gone from here. Send it again.",
};

function excessOf({ mostPixels, mostBytes }: RefusalFacts): string {
  if (typeof mostPixels === "number") return `has more than ${mostPixels / 1_000_000} megapixels`;
  if (typeof mostBytes === "number") return `has more than ${mostBytes / 1_000_000} MB`;
  return "takes too much memory to open";
}

/** The sentence about a refused file; null for a refusal that is about something else. */
export function uploadWords({ code, facts }: { code: RefusalCode; facts: RefusalFacts }): string | null {
  return sentences[code]?.(facts) ?? null;
}
