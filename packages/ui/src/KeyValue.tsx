import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode };

/** Facts about one thing, name beside value; under each other where there is little room. */
export function KeyValue({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="@container flex flex-col text-ui font-normal">
      {facts.map(({ label, value }) => (
        <div
          key={label}
          className="grid gap-x-6 gap-y-0.5 border-b py-2 last:border-b-0 @sm:grid-cols-[9rem_1fr] @2xl:grid-cols-[14rem_1fr]"
        >
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0 break-words tabular">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
