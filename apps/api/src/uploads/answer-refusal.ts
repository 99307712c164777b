import { Refusal, type RefusalCode, type RefusalFacts } from "@covenant/domain";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { FastifyError, FastifyReply } from "fastify";
import { statusOfRefusal } from "../trpc/map-refusal.ts";

/** The most bytes one file may have. */
export const bytesAtMost = 25 * 1024 * 1024;

type Say = (facts: RefusalFacts) => string;

/** What is wrong with the file and what to change, since the page shows it beside the file that was chosen. */
const sentences: Partial<Record<RefusalCode, Say>> = {
  "session/required": () => "Sign in to upload a file.",
  "request/too-many": () => "That was a lot of files. Wait a little before the next one.",
  "upload/unsupported": ({ format }) =>
    `${format ? `${format} files are not taken` : "This kind of file is not taken"}. Save it as JPEG, PNG or WebP.`,
  "upload/too-large": (facts) => `This image has more than ${limitOf(facts)}. Make it smaller first.`,
  "upload/damaged": () =>
    "This image is damaged or incomplete. Open it on your machine and save it anew, or choose another.",
};

function limitOf({ mostPixels }: RefusalFacts): string {
  if (typeof mostPixels === "number") return `${mostPixels / 1_000_000} megapixels`;
  return `${bytesAtMost / 1024 ** 2} MB`;
}

/** The refusal an error stands for; null when it is none. A body past the limit is stopped by the server itself. */
export function refusalOf(error: FastifyError | Refusal): Refusal | null {
  if (error instanceof Refusal) return error;
  return error.code === "FST_ERR_CTP_BODY_TOO_LARGE"
    ? new Refusal("upload/too-large", { mostBytes: bytesAtMost })
    : null;
}

/** Answers an expected no as `{ code, message, facts }`, under the same status the procedures use. */
export function answerRefusal(reply: FastifyReply, { code, facts }: Refusal) {
  const status = getHTTPStatusCodeFromError(new TRPCError({ code: statusOfRefusal[code] }));
  return reply.code(status).send({ code, message: sentences[code]?.(facts) ?? code, facts });
}
