import type { BlindSet } from "../blind/blind-set.ts";
import { heldOutBenign } from "./held-out-benign.ts";
import { heldOutViolating } from "./held-out-violating.ts";
import { tuningBenign } from "./tuning-benign.ts";
import { tuningViolating } from "./tuning-violating.ts";

/** English prompts in plain words, and innocent ones that use the words of such. The lists were worked on beside these. */
export const provokingTuning: BlindSet = { locale: "en", violating: tuningViolating, benign: tuningBenign };

/** Others of their kind, whose prompts are measured and not read one by one; the package's README says what their figures are worth. */
export const provokingHeldOut: BlindSet = { locale: "en", violating: heldOutViolating, benign: heldOutBenign };
