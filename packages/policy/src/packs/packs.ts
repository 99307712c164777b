import type { StorefrontId } from "@covenant/domain";
import { apimodelsPack } from "./apimodels/pack.ts";
import { imageAiRunPack } from "./image-ai-run/pack.ts";
import { modelmyimagePack } from "./modelmyimage/pack.ts";
import type { TermsPack } from "./pack.ts";

/** Every storefront's terms. A storefront without a pack does not compile. */
export const packs = {
  modelmyimage: modelmyimagePack,
  apimodels: apimodelsPack,
  "image-ai-run": imageAiRunPack,
} as const satisfies Record<StorefrontId, TermsPack>;
