const codes =
  "AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KR LT LU LV MT MX MY NL NO NZ PH PL PT RO SE SG SI SK TH TR TW UA US VN ZA";

const names = new Intl.DisplayNames("en", { type: "region" });

/** Countries to choose from, by name. The browser knows the names. */
export const countries = codes
  .split(" ")
  .map((value) => ({ value, label: names.of(value) ?? value }))
  .sort((one, other) => one.label.localeCompare(other.label));
