import { violationCategories } from "@covenant/domain";
import type { TermsPack } from "../pack.ts";
import { termsPack } from "../terms-pack.ts";
import { documents } from "./documents.ts";
import { privacy } from "./privacy.ts";
import { rules } from "./rules.ts";
import { clauses, version } from "./terms.ts";
import { spring2027 } from "./version-2027-03-15.ts";

export const imageAiRunPack: TermsPack = termsPack({
  storefront: "image-ai-run",
  /** The documents name no place, so the calendar is kept in universal time. */
  zone: "UTC",
  documents,
  privacy,
  /** Rude words too (IAI-4.1). */
  screens: violationCategories,
  first: { version, clauses, rules },
  amendments: [spring2027],
});
