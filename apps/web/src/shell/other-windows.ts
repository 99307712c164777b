const line = "covenant.signed";

/** Tells the other windows of this storefront in this browser that somebody signed in or out here. */
export function tellOtherWindows(): void {
  const channel = new BroadcastChannel(line);
  channel.postMessage(null);
  channel.close();
}

/**
 * Calls back when who is signed in may have changed elsewhere: in another window, or while this page lay in the
 * browser's back-and-forward cache. Answers how to stop.
 */
export function hearOtherWindows(look: () => void): () => void {
  const channel = new BroadcastChannel(line);
  const onReturn = ({ persisted }: PageTransitionEvent) => persisted && look();
  channel.onmessage = look;
  addEventListener("pageshow", onReturn);
  return () => {
    channel.close();
    removeEventListener("pageshow", onReturn);
  };
}
