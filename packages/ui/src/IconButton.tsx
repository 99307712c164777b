import { Button, type ButtonProps } from "./Button.tsx";
import { Tooltip } from "./Tooltip.tsx";

type IconButtonProps = Omit<ButtonProps, "children" | "icon" | "isSquare" | "aria-label"> & {
  /** What it does, in words: the accessible name, and the tooltip. */
  label: string;
  icon: NonNullable<ButtonProps["icon"]>;
};

/** A button whose picture is known to everyone; its name is one hover or one focus away. */
export function IconButton({ label, variant = "quiet", disabledReason, ...props }: IconButtonProps) {
  const button = <Button {...props} variant={variant} isSquare aria-label={label} disabledReason={disabledReason} />;
  if (disabledReason) return button;
  return <Tooltip label={label}>{button}</Tooltip>;
}
