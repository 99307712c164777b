import {
  inventoryView,
  legalPageView,
  storefrontView,
  termsDifferenceView,
  termsVersionQuestion,
  termsVersionView,
} from "@covenant/domain";
import * as z from "zod";
import { memberRouter, visitorProcedure } from "../trpc/procedures.ts";
import { listLegalPages, listPagesOfVersion } from "./list-legal-pages.ts";
import { listVersions } from "./list-versions.ts";
import { viewDifference } from "./view-difference.ts";
import { viewInventory } from "./view-inventory.ts";
import { viewStorefront } from "./view-storefront.ts";

export const termsRouter = memberRouter({
  /** The storefront whose host was asked. */
  storefront: visitorProcedure()
    .output(storefrontView)
    .query(({ ctx }) => viewStorefront(ctx.deps, ctx.storefront)),
  /** The legal pages in force. */
  documents: visitorProcedure()
    .output(z.array(legalPageView))
    .query(({ ctx }) => listLegalPages(ctx.deps, ctx.storefront)),
  /** The legal pages of one version: an earlier one, the one in force, or one that is announced. */
  version: visitorProcedure()
    .input(termsVersionQuestion)
    .output(z.array(legalPageView))
    .query(({ ctx, input }) => listPagesOfVersion(ctx.deps, ctx.storefront, input.version)),
  versions: visitorProcedure()
    .output(z.array(termsVersionView))
    .query(({ ctx }) => listVersions(ctx.deps, ctx.storefront)),
  /** What is stored and who receives it, for the privacy page in force or that of one version. */
  inventory: visitorProcedure()
    .input(z.optional(termsVersionQuestion))
    .output(inventoryView)
    .query(({ ctx, input }) => viewInventory(ctx.deps, ctx.storefront, input?.version)),
  /** What a version changes to the one before. */
  difference: visitorProcedure()
    .input(termsVersionQuestion)
    .output(termsDifferenceView)
    .query(({ ctx, input }) => viewDifference(ctx.deps, ctx.storefront, input.version)),
});
