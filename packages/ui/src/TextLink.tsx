import type { ComponentProps } from "react";
import { useLinkClick } from "./Navigation.tsx";

/** The look of a link in running text, for a router's own link. */
export const linkStyle =
  "rounded-[3px] text-accent underline decoration-accent/40 underline-offset-[3px] transition-colors hover:decoration-accent";

/** A link in running text. */
export function TextLink({ href, children, ...props }: Omit<ComponentProps<"a">, "className"> & { href: string }) {
  const onClick = useLinkClick();
  return (
    <a onClick={onClick} {...props} href={href} className={linkStyle}>
      {children}
    </a>
  );
}
