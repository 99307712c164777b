import { ThemeToggle, VisuallyHidden } from "@covenant/ui";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { paths } from "../paths.ts";
import { Footer } from "./Footer.tsx";
import { navigationOf } from "./navigation.ts";
import { useIsMember, useStorefront } from "./use-storefront.ts";
import { VisitorCorner } from "./VisitorCorner.tsx";

// Only members see these, and only they load them.
const MemberCorner = lazy(async () => ({ default: (await import("./MemberCorner.tsx")).MemberCorner }));
const MemberNotices = lazy(async () => ({ default: (await import("./MemberNotices.tsx")).MemberNotices }));

/** The frame of every storefront page: its name, where one can go, the balance, and the page. */
export function AppFrame() {
  const isMember = useIsMember();
  return (
    <div className="flex min-h-dvh flex-col bg-bg text-body text-text">
      <a href="#page" className="absolute -top-20 left-4 z-50 rounded-control bg-ink px-3 py-2 text-on-ink focus:top-2">
        Skip to the page
      </a>
      <Header />
      <Suspense>{isMember && <MemberNotices />}</Suspense>
      <main id="page" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        <Outlet />
      </main>
      <Footer />
      <PageAnnouncer />
    </div>
  );
}

function Header() {
  const storefront = useStorefront();
  const isMember = useIsMember();
  return (
    <header className="sticky top-0 z-10 border-b bg-surface">
      <div className="mx-auto flex h-14 w-full max-w-6xl items-center gap-1 px-4">
        <Link to="/" className="mr-3 flex items-center gap-2 font-semibold tracking-tight">
          <span aria-hidden className="size-2.5 rounded-pill bg-accent" />
          {storefront.name}
        </Link>
        <nav aria-label="Main" className="hidden items-center gap-0.5 md:flex">
          {navigationOf(storefront, isMember).map(({ label, href }) => (
            <NavigationLink key={href} label={label} href={href} />
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-2">
          <span className="hidden md:block">
            <ThemeToggle />
          </span>
          <Suspense>{isMember ? <MemberCorner /> : <VisitorCorner />}</Suspense>
        </div>
      </div>
      <nav aria-label="Main, small screens" className="flex gap-0.5 overflow-x-auto border-t px-3 md:hidden">
        {navigationOf(storefront, isMember).map(({ label, href }) => (
          <NavigationLink key={href} label={label} href={href} />
        ))}
        {isMember && <NavigationLink label="Standing" href={paths.standing} />}
      </nav>
    </header>
  );
}

function NavigationLink({ label, href }: { label: string; href: string }) {
  return (
    <Link
      to={href}
      className="rounded-control px-2.5 py-2 text-ui whitespace-nowrap text-muted hover:bg-hover hover:text-text"
      activeProps={{ className: "text-text font-medium", "aria-current": "page" }}
    >
      {label}
    </Link>
  );
}

/** A page change is spoken, since the browser does not reload and would say nothing. */
function PageAnnouncer() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <VisuallyHidden>
      <span role="status">{path === "/" ? "Start page" : path.split("/").filter(Boolean)[0]}</span>
    </VisuallyHidden>
  );
}
