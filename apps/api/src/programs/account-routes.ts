import { getBalance } from "@covenant/db";
import { Refusal } from "@covenant/domain";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import * as z from "zod";
import type { Deps } from "../deps.ts";
import { callerOf } from "./admit-programs.ts";
import { sumUsage, usageAnswer } from "./sum-usage.ts";

const tags = ["Account"];
const day = z.iso.date("Write days as 2026-11-21.");
const longestDays = 92;

/** What the account has, and what its programs used. */
export const accountRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    "/balance",
    {
      schema: {
        operationId: "getBalance",
        tags,
        summary: "The account's credits",
        response: {
          200: z
            .object({
              object: z.literal("balance"),
              available: z.int(),
              held: z.int().describe("Set aside for generations that go on."),
              frozen: z.int().describe("Set aside while a payment is disputed."),
            })
            .meta({ id: "Balance" }),
        },
      },
    },
    async (request) => {
      const { available, held, frozen } = await getBalance(deps.db, callerOf(request).actor.memberId);
      return { object: "balance" as const, available, held, frozen };
    },
  );

  app.get(
    "/usage",
    {
      schema: {
        operationId: "getUsage",
        tags,
        summary: "Calls and credits by day, model and key",
        description: `From one day to another, both included, in UTC; at most ${longestDays} days.`,
        querystring: z.strictObject({ from: day, to: day }),
        response: { 200: usageAnswer },
      },
    },
    async (request) => {
      const { from, to } = request.query;
      const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
      if (days < 1 || days > longestDays) {
        const reason = `Ask for 1 to ${longestDays} days: 'from' is the first, 'to' the last.`;
        throw new Refusal("request/invalid", { reason });
      }
      return { object: "list" as const, data: await sumUsage(deps.db, callerOf(request).actor.memberId, { from, to }) };
    },
  );
};
