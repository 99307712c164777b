import type { ReactNode } from "react";

/** 1 where the state is all there is of a page, 2 or 3 where it stands in for a part of one. */
export type HeadingLevel = 1 | 2 | 3;

/** The title of a state. As the heading of its page it takes the focus after a change of page, like `PageHeader`'s. */
export function StateHeading({ level, children }: { level: HeadingLevel; children: ReactNode }) {
  const Heading = `h${level}` as const;
  return (
    <Heading className="text-h3 outline-none" {...(level === 1 && { tabIndex: -1 })}>
      {children}
    </Heading>
  );
}
