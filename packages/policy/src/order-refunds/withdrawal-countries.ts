/** The laws that let a consumer withdraw from a contract made at a distance, within 14 days and without a reason. */
export const withdrawalStatutes = {
  EU: "Directive 2011/83/EU, articles 9 to 16",
  EEA: "Directive 2011/83/EU, articles 9 to 16, as part of annex XIX of the EEA Agreement",
  UK: "Consumer Contracts (Information, Cancellation and Additional Charges) Regulations 2013, regulations 29 to 38",
} as const;
export type WithdrawalStatute = keyof typeof withdrawalStatutes;

/** Where a consumer has the right: its law, the zone its days are counted in, and whose public holidays it keeps. */
export type WithdrawalCountry = {
  readonly statute: WithdrawalStatute;
  /** The capital's, where a country has several. */
  readonly zone: string;
  readonly holidays: string;
};

const memberStates: Readonly<Record<string, string>> = {
  AT: "Europe/Vienna",
  BE: "Europe/Brussels",
  BG: "Europe/Sofia",
  CY: "Asia/Nicosia",
  CZ: "Europe/Prague",
  DE: "Europe/Berlin",
  DK: "Europe/Copenhagen",
  EE: "Europe/Tallinn",
  ES: "Europe/Madrid",
  FI: "Europe/Helsinki",
  FR: "Europe/Paris",
  GR: "Europe/Athens",
  HR: "Europe/Zagreb",
  HU: "Europe/Budapest",
  IE: "Europe/Dublin",
  IT: "Europe/Rome",
  LT: "Europe/Vilnius",
  LU: "Europe/Luxembourg",
  LV: "Europe/Riga",
  MT: "Europe/Malta",
  NL: "Europe/Amsterdam",
  PL: "Europe/Warsaw",
  PT: "Europe/Lisbon",
  RO: "Europe/Bucharest",
  SE: "Europe/Stockholm",
  SI: "Europe/Ljubljana",
  SK: "Europe/Bratislava",
};

const eeaStates: Readonly<Record<string, string>> = {
  IS: "Atlantic/Reykjavik",
  LI: "Europe/Vaduz",
  NO: "Europe/Oslo",
};

/** Parts of a member state with an ISO code of their own, in which Union law holds (TFEU, articles 349 and 355). */
const partsOfMemberStates: Readonly<Record<string, { of: string; zone: string }>> = {
  AX: { of: "FI", zone: "Europe/Mariehamn" },
  GF: { of: "FR", zone: "America/Cayenne" },
  GP: { of: "FR", zone: "America/Guadeloupe" },
  MF: { of: "FR", zone: "America/Marigot" },
  MQ: { of: "FR", zone: "America/Martinique" },
  RE: { of: "FR", zone: "Indian/Reunion" },
  YT: { of: "FR", zone: "Indian/Mayotte" },
};

/** By ISO 3166-1 alpha-2 code. A country that is not here gives no such right. */
export const withdrawalCountries: ReadonlyMap<string, WithdrawalCountry> = new Map([
  ...placesOf("EU", memberStates),
  ...placesOf("EEA", eeaStates),
  ...placesOf("UK", { GB: "Europe/London" }),
  ...Object.entries(partsOfMemberStates).map(
    ([code, { of, zone }]) => [code, { statute: "EU", zone, holidays: of }] as const,
  ),
]);

function placesOf(
  statute: WithdrawalStatute,
  zones: Readonly<Record<string, string>>,
): (readonly [string, WithdrawalCountry])[] {
  return Object.entries(zones).map(([code, zone]) => [code, { statute, zone, holidays: code }]);
}
