/** What every badge looks like before it has a colour. */
export const badgeShape =
  "inline-flex w-fit max-w-full items-center gap-1 rounded-pill px-2 text-small leading-5 font-medium whitespace-nowrap tabular inset-ring inset-ring-current/12";
