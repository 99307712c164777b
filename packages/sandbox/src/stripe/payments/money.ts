/** How many decimals a currency has: 2 for most, 0 for the yen. */
export function decimalsOf(currency: string): number {
  return formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units as money, with the decimals of the currency: `$10.00`, `¥1,200`. */
export function moneyOf(minor: number, currency: string): string {
  return formatOf(currency).format(minor / 10 ** decimalsOf(currency));
}

function formatOf(currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat("en", { style: "currency", currency: currency.toUpperCase() });
}
