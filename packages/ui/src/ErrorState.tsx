import type { ReactNode } from "react";
import { CopyButton } from "./CopyButton.tsx";
import { type HeadingLevel, StateHeading } from "./StateHeading.tsx";
import { toneIcons } from "./tone.ts";

export type ErrorStateProps = {
  /** What happened, in one plain sentence. */
  title: string;
  /** What it means for the person: what was charged, kept, lost or not touched. */
  consequence?: ReactNode;
  /** What to do now; the best action first. */
  actions?: ReactNode;
  /** Names this request in the log; the person can quote it. */
  requestId?: string;
  level?: HeadingLevel;
};

/** Something failed. What happened, what it means, what to do now, and a number to quote. */
export function ErrorState({ title, consequence, actions, requestId, level = 2 }: ErrorStateProps) {
  const Icon = toneIcons.bad;
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-6 py-14 text-center">
      <Icon aria-hidden size={24} className="mb-1 text-bad" />
      <StateHeading level={level}>{title}</StateHeading>
      {consequence && <div className="max-w-[52ch] text-ui font-normal text-muted">{consequence}</div>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
      {requestId && <RequestId id={requestId} />}
    </div>
  );
}

/** The id of a request, ready to be quoted. */
export function RequestId({ id }: { id: string }) {
  return (
    <p className="flex items-center gap-1 text-small text-faint">
      Request <code className="font-mono text-mono">{id}</code>
      <CopyButton value={id} label="Copy request id" />
    </p>
  );
}
