import type { Capability } from "@covenant/domain";
import { Button, LinkButton } from "@covenant/ui";
import type { ReactNode } from "react";
import { reasonWithout } from "./capability.ts";
import { useStaff } from "./use-staff.ts";

type PermittedLinkProps = { href: string; capability: Capability; children: ReactNode };

/** A way to a page that not everybody may see; without the capability it stays, and says what is missing. */
export function PermittedLink({ href, capability, children }: PermittedLinkProps) {
  const reason = reasonWithout(useStaff(), capability);
  if (reason !== undefined)
    return (
      <Button size="small" disabledReason={reason}>
        {children}
      </Button>
    );
  return (
    <LinkButton href={href} size="small">
      {children}
    </LinkButton>
  );
}
