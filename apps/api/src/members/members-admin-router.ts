import { idSchema, memberSummary, memberTermsView, pageOf, pageQuestion, storefrontIdSchema } from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { getMemberSummary, listMembers } from "./list-members.ts";
import { viewMemberTerms } from "./view-member-terms.ts";

const question = z.strictObject({
  /** The beginning of an email. */
  search: z.optional(z.string().max(254)),
  storefront: z.optional(storefrontIdSchema),
  ...pageQuestion(idSchema("member")),
});

export const membersAdminRouter = staffRouter({
  list: staffProcedure("member.read")
    .input(question)
    .output(pageOf(memberSummary))
    .query(({ ctx, input }) => listMembers(ctx.deps, input)),

  get: staffProcedure("member.read")
    .input(z.strictObject({ memberId: idSchema("member") }))
    .output(memberSummary)
    .query(({ ctx, input }) => getMemberSummary(ctx.deps, input.memberId)),

  /** Which terms a member accepted and was told of. */
  terms: staffProcedure("member.read")
    .input(z.strictObject({ memberId: idSchema("member") }))
    .output(memberTermsView)
    .query(({ ctx, input }) => viewMemberTerms(ctx.deps, input.memberId)),
});
