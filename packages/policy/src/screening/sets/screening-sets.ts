export { blindSets, blindTerms } from "./blind/blind-set.ts";
export { type BlindMeasured, measureBlind } from "./blind/measure-blind.ts";
export { type Disguises, heldOutDisguises, inPairs, tuningDisguises } from "./disguises.ts";
export { heldOut } from "./held-out.ts";
export type { LabelledSet } from "./labelled-set.ts";
export { type Listener, measure, ourListener } from "./measure.ts";
export { provokingHeldOut, provokingTuning } from "./provoking/provoking-sets.ts";
export { tuning } from "./tuning.ts";
