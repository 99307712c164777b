const place = "covenant.terms-put-away";

/** Whether the news of a terms version was put away in this browser. */
export function isPutAway(version: string): boolean {
  try {
    return localStorage.getItem(place) === version;
  } catch {
    // A browser that stores nothing shows the news again.
    return false;
  }
}

/** Keeps the news of a terms version from showing again in this browser. */
export function putAway(version: string): void {
  try {
    localStorage.setItem(place, version);
  } catch {
    // As above: it then holds until the page is loaded anew.
  }
}
