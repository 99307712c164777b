import { type AnyFormApi, useSelector } from "@tanstack/react-form";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Banner } from "./Banner.tsx";
import { Button } from "./Button.tsx";
import { RequestId } from "./ErrorState.tsx";
import type { FormFailure } from "./use-form-shell.ts";

type FormShellProps = {
  shell: { form: AnyFormApi; failure: FormFailure | null; send: () => Promise<void> };
  children: ReactNode;
  /** A verb with its object and its amount: "Refund 240 credits". */
  submitLabel: string;
  isDangerous?: boolean;
  /** Why it cannot be sent at all now. */
  disabledReason?: string | undefined;
  /** Other ways out, beside the button. */
  actions?: ReactNode;
  /** Told when there is something to lose and when there no longer is; the app then guards its navigation. */
  onDirtyChange?: (isDirty: boolean) => void;
};

/** The form around its fields: one button, one place for what went wrong, the focus on the first field to correct. */
export function FormShell(props: FormShellProps) {
  const { shell, children, submitLabel, isDangerous = false, disabledReason, actions, onDirtyChange } = props;
  const { form, failure, send } = shell;
  const element = useRef<HTMLFormElement>(null);
  const isPending = useSelector(form.store, (state) => state.isSubmitting);
  useFocusOnError(element, form, failure);
  useDirtyNotice(form, onDirtyChange);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isPending && disabledReason === undefined) void send();
  };
  return (
    <form ref={element} onSubmit={submit} noValidate className="flex min-w-0 flex-col gap-5">
      {children}
      {failure && <FailureBanner failure={failure} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          type="submit"
          variant={isDangerous ? "danger" : "primary"}
          isPending={isPending}
          disabledReason={disabledReason}
        >
          {submitLabel}
        </Button>
        {actions}
      </div>
    </form>
  );
}

function FailureBanner({ failure: { title, detail, requestId } }: { failure: FormFailure }) {
  return (
    <Banner tone="bad" title={title}>
      {detail !== undefined && <p className="whitespace-pre-line wrap-anywhere">{detail}</p>}
      {requestId && <RequestId id={requestId} />}
    </Banner>
  );
}

type FormElement = { readonly current: HTMLFormElement | null };

function useFocusOnError(element: FormElement, form: AnyFormApi, failure: FormFailure | null) {
  const settledAttempts = useSelector(form.store, (state) => (state.isSubmitting ? 0 : state.submissionAttempts));
  // Connects to the page's focus, once when an attempt has settled, after the marks have been drawn.
  useEffect(() => {
    if (settledAttempts === 0 && failure === null) return;
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [element, settledAttempts, failure]);
}

function useDirtyNotice(form: AnyFormApi, onDirtyChange: FormShellProps["onDirtyChange"]) {
  const isDirty = useSelector(form.store, (state) => !state.isDefaultValue && !state.isSubmitSuccessful);
  const notice = useRef(onDirtyChange);
  useEffect(() => {
    notice.current = onDirtyChange;
  });
  // Connects to whoever guards navigation; tells it there is nothing to lose any more when the form leaves.
  useEffect(() => {
    notice.current?.(isDirty);
    return () => notice.current?.(false);
  }, [isDirty]);
}
