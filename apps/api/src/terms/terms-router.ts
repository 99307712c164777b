import { legalPageView, storefrontView } from "@covenant/domain";
import * as z from "zod";
import { memberRouter, visitorProcedure } from "../trpc/procedures.ts";
import { listLegalPages } from "./list-legal-pages.ts";
import { viewStorefront } from "./view-storefront.ts";

export const termsRouter = memberRouter({
  /** The storefront whose host was asked. */
  storefront: visitorProcedure()
    .output(storefrontView)
    .query(({ ctx }) => viewStorefront(ctx.deps, ctx.storefront)),
  documents: visitorProcedure()
    .output(z.array(legalPageView))
    .query(({ ctx }) => listLegalPages(ctx.deps, ctx.storefront)),
});
