import { VisuallyHidden } from "@covenant/ui";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** Names the page in the window's title, says it aloud after a change of page, and moves the focus to its heading. */
export function PageAnnouncer() {
  const router = useRouter();
  const [announced, setAnnounced] = useState("");
  // Connects to the router's end of drawing; lets go by the function that subscribing returns.
  useEffect(
    () =>
      router.subscribe("onRendered", ({ pathChanged, fromLocation }) => {
        const heading = document.querySelector<HTMLElement>("main h1");
        const name = heading?.textContent ?? "Covenant console";
        document.title = heading === null ? name : `${name} · Covenant console`;
        if (!pathChanged || fromLocation === undefined) return;
        setAnnounced(name);
        heading?.focus({ preventScroll: true });
      }),
    [router],
  );
  return (
    <VisuallyHidden>
      <span role="status">{announced}</span>
    </VisuallyHidden>
  );
}
