import * as z from "zod/mini";
import { storefrontIds } from "./storefront-ids.ts";
import { announcedTermsView } from "./terms-version.ts";

export const storefrontIdSchema = z.enum(storefrontIds);

/** What a visitor of any storefront may know about it before signing in. */
export const storefrontView = z.object({
  id: storefrontIdSchema,
  name: z.string(),
  tagline: z.string(),
  supportEmail: z.string(),
  minimumAge: z.int(),
  /** The terms version a new member accepts. */
  termsVersion: z.string(),
  /** The version that follows it, once it is announced. */
  announcedTerms: z.nullable(announcedTermsView),
  /** What its studio makes first: this chooses the create page. */
  studio: z.enum(["image", "model-3d", "api"]),
  /** What its studio takes at once, and of how many bytes each. */
  uploads: z.object({ filesAtOnce: z.int(), bytesAtMost: z.int() }),
  paymentMethods: z.array(z.enum(["card", "alipay"])),
  /** Generating asks for an active membership: a subscription in good standing. */
  asksForMembership: z.boolean(),
  demo: z.boolean(),
});
export type StorefrontView = z.infer<typeof storefrontView>;
