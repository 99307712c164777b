import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style.ts";
import { useLinkClick } from "./Navigation.tsx";

type LinkButtonProps = Omit<ComponentProps<"a">, "className" | "href"> & {
  href: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
};

/** Goes somewhere and looks like a button. What acts is a Button, what leads is a link. */
export function LinkButton(props: LinkButtonProps) {
  const { href, variant = "secondary", size = "medium", icon, children, ...rest } = props;
  const onClick = useLinkClick();
  return (
    <a onClick={onClick} {...rest} href={href} className={buttonStyle({ variant, size })}>
      {icon}
      {children}
    </a>
  );
}
