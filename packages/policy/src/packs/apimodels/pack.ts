import { type TermsPack, termsVersion } from "../pack.ts";
import { rules } from "./rules.ts";
import { clauses, version } from "./terms.ts";

const storefront = "apimodels";
/** The documents name no place, so the calendar is kept in universal time. */
const zone = "UTC";

export const apimodelsPack: TermsPack = {
  storefront,
  zone,
  versions: [termsVersion({ storefront, version, zone, clauses, rules })],
};
