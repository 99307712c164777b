import { Readable } from "node:stream";
import { type MemberActor, Refusal, type RefusalCode } from "@covenant/domain";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import { countTry } from "../limits/count-try.ts";
import type { MemberContext } from "../trpc/context.ts";
import { statusOfRefusal } from "../trpc/map-refusal.ts";
import { statementCsv } from "./statement-csv.ts";
import { openStatementFile, type StatementFile } from "./statement-file.ts";
import { printedEntriesAtMost, statementPdf } from "./statement-pdf.ts";

export type StatementsOptions = {
  deps: Deps;
  createContext(request: FastifyRequest, reply: FastifyReply): Promise<MemberContext>;
};

/** Printing takes up to two seconds of a processor. */
const rate = { most: 20, seconds: 600 };

/**
 * `GET /statements/2026-11.csv` and `.pdf`: the signed-in member's statement as a file. What is refused is one plain
 * sentence, since a browser shows it as it is. Where it is registered, the origin guard already stands.
 */
export function registerStatements(app: FastifyInstance, { deps, createContext }: StatementsOptions): void {
  void app.register(async (scope) => {
    scope.setErrorHandler((error: Error, _request, reply) => {
      if (!(error instanceof Refusal)) throw error;
      return answerRefusal(reply, error);
    });
    scope.get<{ Params: { file: string } }>("/statements/:file", async (request, reply) => {
      const { actor } = await createContext(request, reply);
      if (actor === null) throw new Refusal("session/required");
      const { month, form } = read(request.params.file);
      await countTry(deps.db, `statements.download:${actor.storefront}:${actor.memberId}`, rate);
      const body = await forms[form].write(await openStatementFile(deps, actor, month));
      reply.headers({
        "content-type": forms[form].type,
        "content-disposition": `attachment; filename="${nameOf(actor, month)}.${form}"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      });
      return reply.send(body);
    });
  });
}

const forms = {
  csv: { type: "text/csv; charset=utf-8", write: async (file: StatementFile) => Readable.from(statementCsv(file)) },
  pdf: { type: "application/pdf", write: print },
} as const;

function read(file: string): { month: string; form: keyof typeof forms } {
  const [, month, form] = /^(.*)\.(csv|pdf)$/.exec(file) ?? [];
  if (month === undefined || (form !== "csv" && form !== "pdf"))
    throw new Refusal("request/invalid", {
      reason: "A statement's address ends with its month, as in 2026-11.csv or 2026-11.pdf.",
    });
  return { month, form };
}

async function print(file: StatementFile): Promise<Buffer> {
  const { entries } = file.statement;
  if (entries > printedEntriesAtMost) {
    const counted = `${entries.toLocaleString("en-US")} entries`;
    throw new Refusal("request/invalid", {
      reason: `This month has ${counted}, too many to print. The CSV has them all.`,
    });
  }
  return statementPdf(file);
}

const nameOf = ({ storefront }: MemberActor, month: string) => `${storefront}-${month}`;

const sentences: Partial<Record<RefusalCode, string>> = {
  "session/required": "Sign in to download your statement.",
  "request/too-many": "That was a lot of downloads. Wait ten minutes before the next one.",
};

function answerRefusal(reply: FastifyReply, { code, facts }: Refusal) {
  const status = getHTTPStatusCodeFromError(new TRPCError({ code: statusOfRefusal[code] }));
  const sentence = typeof facts.reason === "string" ? facts.reason : (sentences[code] ?? "This cannot be downloaded.");
  return reply.code(status).type("text/plain; charset=utf-8").send(`${sentence}\n`);
}
