/** Aborted at the first request to stop: what is being prepared is given up, and nothing more is begun. */
export const stopping = new AbortController();
