import { createContext, type MouseEvent, type ReactNode, useContext } from "react";

/** Goes to an address inside the app without loading the page anew. */
export type Navigate = (href: string) => void;

const NavigationContext = createContext<Navigate | null>(null);

/** Hands the app's router to the components. Without it every link is an ordinary one, and works. */
export function NavigationProvider({ navigate, children }: { navigate: Navigate; children: ReactNode }) {
  return <NavigationContext value={navigate}>{children}</NavigationContext>;
}

/** The app's way to follow an address; loads the page when no router was given. */
export function useNavigation(): Navigate {
  return useContext(NavigationContext) ?? followByLoading;
}

/** A click handler for an anchor inside the app. New tabs, downloads and other origins are left to the browser. */
export function useLinkClick() {
  const navigate = useContext(NavigationContext);
  return (event: MouseEvent<HTMLAnchorElement>) => {
    if (!navigate || event.defaultPrevented || !isPlainClick(event) || !isInApp(event.currentTarget)) return;
    event.preventDefault();
    const { pathname, search, hash } = event.currentTarget;
    navigate(pathname + search + hash);
  };
}

function followByLoading(href: string) {
  window.location.assign(href);
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

function isInApp(anchor: HTMLAnchorElement): boolean {
  const opensHere = !anchor.target || anchor.target === "_self";
  return opensHere && anchor.origin === window.location.origin && !anchor.hasAttribute("download");
}
