/** A number of credits in a column. */
export const figure = (credits: number) => credits.toLocaleString("en-US");

/** A change of a balance: with its sign, and empty where nothing changes. */
export const change = (credits: number) =>
  credits === 0 ? "" : credits.toLocaleString("en-US", { signDisplay: "always" }).replace("-", "−");
