import { type ComponentProps, type MouseEvent, type ReactNode, useId } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style.ts";
import { classes } from "./classes.ts";
import { Spinner } from "./Spinner.tsx";
import { Tooltip } from "./Tooltip.tsx";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export type ButtonProps = Omit<ComponentProps<"button">, "disabled" | "className"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  isSquare?: boolean;
  /** Something this button started is running: the width stays, a spinner takes the icon's place, presses do nothing. */
  isPending?: boolean;
  /** Why this cannot be done now. The button stays, in its place, and says so on hover, on focus and to screen readers. */
  disabledReason?: string | undefined;
};

/** A verb the person can do here. It stays focusable when it cannot be pressed, so its reason can be found by keyboard. */
export function Button({ disabledReason, ...props }: ButtonProps) {
  const reasonId = useId();
  if (!disabledReason) return <PlainButton {...props} />;
  return (
    <>
      <Tooltip label={disabledReason}>
        <PlainButton {...props} isUnavailable aria-describedby={reasonId} />
      </Tooltip>
      <VisuallyHidden id={reasonId}>{disabledReason}</VisuallyHidden>
    </>
  );
}

function PlainButton(props: Omit<ButtonProps, "disabledReason"> & { isUnavailable?: boolean }) {
  const { variant, size, isSquare, icon, isPending = false, isUnavailable = false, children, onClick, ...rest } = props;
  const isInert = isPending || isUnavailable;
  const hidesLabel = isPending && !icon;
  return (
    <button
      type="button"
      {...rest}
      onClick={isInert ? swallow : onClick}
      aria-disabled={isInert || undefined}
      aria-busy={isPending || undefined}
      className={buttonStyle({
        ...(variant && { variant }),
        ...(size && { size }),
        ...(isSquare && { isSquare }),
        isUnavailable,
      })}
    >
      {icon && (isPending ? <Spinner /> : icon)}
      {children !== undefined && (
        <span className={classes("inline-flex items-center gap-2", hidesLabel && "opacity-0")}>{children}</span>
      )}
      {hidesLabel && (
        <span className="absolute inset-0 flex items-center justify-center">
          <Spinner />
        </span>
      )}
    </button>
  );
}

function swallow(event: MouseEvent) {
  event.preventDefault();
}
