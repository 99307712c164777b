import { useEffect, useState } from "react";

/** The time in ms, told anew every `everyMs`; null stops the clock. Hidden pages are not woken by the browser. */
export function useNow(everyMs: number | null): number {
  const [now, setNow] = useState(Date.now);
  // Connects to the machine's clock; lets go of its timer when the pace changes.
  useEffect(() => {
    if (everyMs === null) return;
    setNow(Date.now());
    const timer = window.setInterval(() => setNow(Date.now()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return now;
}
