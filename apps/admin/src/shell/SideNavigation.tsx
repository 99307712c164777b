import { Tooltip, VisuallyHidden } from "@covenant/ui";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { AlarmCount } from "./AlarmCount.tsx";
import { reasonWithout } from "./capability.ts";
import { type Place, places } from "./navigation.ts";
import { OpenCount } from "./OpenCount.tsx";
import { useStaff } from "./use-staff.ts";

const shape = "flex min-h-control items-center gap-2.5 rounded-control px-2.5 text-ui font-medium whitespace-nowrap";

/** The parts of the console. What a person may not see stays in its place and says why. */
export function SideNavigation() {
  const staff = useStaff();
  return (
    <nav aria-label="Main" className="flex flex-wrap gap-0.5 md:flex-col md:flex-nowrap">
      {places.map((place) => {
        const reason = reasonWithout(staff, place.capability);
        if (reason !== undefined) return <ClosedPlace key={place.href} place={place} reason={reason} />;
        return <OpenPlace key={place.href} place={place} />;
      })}
    </nav>
  );
}

function OpenPlace({ place: { label, href, icon: Icon, count } }: { place: Place }) {
  return (
    <Link
      to={href}
      className={`${shape} text-muted transition-colors hover:bg-hover hover:text-text`}
      activeOptions={{ exact: href === "/", includeSearch: false }}
      activeProps={{ className: "bg-hover text-text", "aria-current": "page" }}
    >
      <Icon aria-hidden size={16} className="shrink-0" />
      {label}
      {count !== undefined && <OpenCount of={count} />}
      {label === "Providers" && <AlarmCount />}
    </Link>
  );
}

function ClosedPlace({ place: { label, icon: Icon }, reason }: { place: Place; reason: string }) {
  const reasonId = useId();
  return (
    <>
      <Tooltip label={reason}>
        {/* biome-ignore lint/a11y/useSemanticElements: an anchor without an address takes no focus, and its reason would not be found */}
        <span role="link" aria-disabled tabIndex={0} aria-describedby={reasonId} className={`${shape} text-faint`}>
          <Icon aria-hidden size={16} className="shrink-0" />
          {label}
        </span>
      </Tooltip>
      <VisuallyHidden id={reasonId}>{reason}</VisuallyHidden>
    </>
  );
}
