import { type Clause, inDocument } from "../../clause.ts";
import { lawClauses } from "../law.ts";
import { acceptableUse } from "./acceptable-use.ts";
import { refunds } from "./refunds.ts";
import { copyright, privacy, terms } from "./service.ts";

export const version = "2026-05-21";

/** Terms of Image-AI.run of 2026-05-21 and what its privacy policy adds, in our own words. */
export const clauses: readonly Clause[] = [
  ...inDocument("terms", version, terms),
  ...inDocument("acceptable-use", version, acceptableUse),
  ...inDocument("refunds", version, refunds),
  ...inDocument("privacy", version, privacy),
  ...inDocument("copyright", version, copyright),
  ...lawClauses(version),
];
