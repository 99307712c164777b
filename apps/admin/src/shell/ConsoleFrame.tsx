import { ThemeToggle } from "@covenant/ui";
import { Link, Outlet } from "@tanstack/react-router";
import { KeySheet } from "./KeySheet.tsx";
import { PageAnnouncer } from "./PageAnnouncer.tsx";
import { SideNavigation } from "./SideNavigation.tsx";
import { StaffCard } from "./StaffCard.tsx";

/** The frame of every console page: where one can go, who one is, and the page. */
export function ConsoleFrame() {
  return (
    <div className="flex min-h-dvh flex-col bg-bg text-body text-text md:flex-row">
      <a
        href="#page"
        className="absolute -top-20 left-4 z-toast rounded-control bg-ink px-3 py-2 text-on-ink focus:top-2"
      >
        Skip to the page
      </a>
      <SideBar />
      <main id="page" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
        <Outlet />
      </main>
      <PageAnnouncer />
    </div>
  );
}

function SideBar() {
  return (
    <aside className="z-sticky flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-surface px-3 py-2 md:sticky md:top-0 md:h-dvh md:w-56 md:flex-col md:flex-nowrap md:items-stretch md:gap-6 md:border-r md:border-b-0 md:py-4">
      <Link to="/" className="flex items-center gap-2 rounded-control px-2.5 py-1 text-ui font-semibold">
        <span aria-hidden className="size-2.5 rounded-pill bg-accent" />
        Covenant
        <span className="hidden font-normal text-muted md:inline">console</span>
      </Link>
      <SideNavigation />
      <div className="ml-auto flex items-center gap-3 md:mt-auto md:ml-0 md:flex-col md:items-stretch md:border-t md:px-2 md:pt-4">
        <StaffCard />
        <div className="flex items-center justify-between gap-2">
          <ThemeToggle />
          <KeySheet />
        </div>
      </div>
    </aside>
  );
}
