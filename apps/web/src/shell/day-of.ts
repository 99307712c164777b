const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A civil day as the terms and mails write it: `2027-03-15` becomes 15 March 2027, whatever the zone of the reader. */
export function dayOf(civilDay: string): string {
  return format.format(new Date(civilDay));
}
