/** The age under Article 8(1) GDPR where a state has set none, and the highest it allows. */
const highestConsentAge = 16;
/** Children's Online Privacy Protection Act, 15 U.S.C. 6501(1): a child is under 13. Also the floor of Article 8(1) GDPR. */
export const lowestConsentAge = 13;

/**
 * Full years at which a person may consent alone to an online service, by ISO 3166-1 alpha-2 country.
 *
 * EU and EEA: the national laws made under Article 8(1) GDPR, Regulation (EU) 2016/679 (among them: AT § 4(4) DSG,
 * BE art. 7 of the Act of 30 July 2018, DK § 6 databeskyttelsesloven as amended from 2024, ES art. 7 LO 3/2018, FR art. 45
 * Loi 78-17, IE s. 31 DPA 2018, IT art. 2-quinquies of the Code, SI art. 8 ZVOP-2); the states that set none keep 16.
 * GB: Data Protection Act 2018, s. 9. KR: PIPA, art. 22-2. CN: PIPL, art. 31. US: COPPA.
 */
const consentAges: Readonly<Record<string, number>> = {
  AT: 14,
  BE: 13,
  BG: 14,
  CN: 14,
  CY: 14,
  CZ: 15,
  DE: highestConsentAge,
  DK: 15,
  EE: 13,
  ES: 14,
  FI: 13,
  FR: 15,
  GB: 13,
  GR: 15,
  HR: highestConsentAge,
  HU: highestConsentAge,
  IE: highestConsentAge,
  IS: 13,
  IT: 14,
  KR: 14,
  LI: highestConsentAge,
  LT: 14,
  LU: highestConsentAge,
  LV: 13,
  MT: 13,
  NL: highestConsentAge,
  NO: 13,
  PL: highestConsentAge,
  PT: 13,
  RO: highestConsentAge,
  SE: 13,
  SI: 15,
  SK: highestConsentAge,
  US: lowestConsentAge,
};

/** The age of digital consent in a country, in full years; where the table has none, the floor of 13. */
export function digitalConsentAge(country: string): number {
  return consentAges[country] ?? lowestConsentAge;
}
