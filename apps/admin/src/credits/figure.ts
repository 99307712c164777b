/** A number of credits in a column. */
export const figure = (credits: number) => credits.toLocaleString("en-US");
