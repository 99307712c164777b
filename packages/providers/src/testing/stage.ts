import { type Modality, newId } from "@covenant/domain";
import type { Room } from "@covenant/sandbox";
import type { Provider, ProviderId, RouteFields, Submission } from "../spec.ts";
import { type Scene, scenesOfJobs } from "./scenes.ts";

/** Why a provider's documented wire has no such thing. A sentence; without one the suite fails. */
export type Absent = { absent: string };

/** One provider in front of its stand-in. */
export type Stage = {
  /** Its stand-in, whose switches the scenes name. */
  room: Room;
  /** The adapter as production builds it, with the stand-in's address. `limitMs` bounds each call, where a test tells. */
  build(sandboxUrl: string, limitMs?: number): Provider;
  /** One request for each thing the adapter can have made. */
  makes: Readonly<Record<Modality, Wanted | Absent>>;
  /** What the scenes are played with. */
  plays: Modality;
  /** The stand-in's switches for each scene, parted by a space; an empty one needs none. */
  scenes: Readonly<Record<Scene, string | Absent>>;
};

/** A provider that works while we wait: it leaves no job to read, cancel or be called back about, and no address to fetch. */
export function withoutJobs(why: string): Record<(typeof scenesOfJobs)[number], Absent> {
  const entries = scenesOfJobs.map((scene) => [scene, { absent: why }] as const);
  return Object.fromEntries(entries) as Record<(typeof scenesOfJobs)[number], Absent>;
}

export type Stages = Readonly<Record<ProviderId, Stage>>;

export type Wanted = Pick<Submission, "upstreamModel" | "input"> & { fields: RouteFields };

export function isAbsent(entry: string | Wanted | Absent): entry is Absent {
  return typeof entry === "object" && "absent" in entry;
}

/** An attempt at something, as the pipeline would make it. */
export function attemptAt(operation: Modality, wanted: Wanted, webhookUrl: string | null = null): Submission {
  return {
    ...wanted,
    operation,
    attemptId: newId("attempt"),
    webhookUrl,
    retention: "no-store",
    startDeadlineSeconds: 60,
  };
}

/** A light disc on red, 320 pixels a side, as PNG. */
export const smallPicture = {
  contentType: "image/png",
  bytes: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAUAAAAFABAMAAAA/vriZAAAAMFBMVEXu7u7AQCDBQyTs6Ofcq5/gurHRgGzkysPHWT3n1M/La1Pp3tzDTjHXl4fPd2LUjXwQSxSeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAFYUlEQVR4nO2dvYtdRRjGH7i7Xq/XCM8hu7m5Hu9yiV8phE2hiASyCioWkfiRVnYTq2CRiIV2e02RNtrYZlHSWBhBRAwWy4J1lHRWFtYqdlYSlwvmY7Mz531nzoNnfn/Bj+ecOfNxZt4BxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBxQHFAcUBOyP49NWbpz+6vtq7/tnpk+c+VhOsf39tFf+h98Hf20KCo3cv4y4Gr8xEBKsv7qF3i+Hr2wqCP76FPXn2vdYFq99ue/fupPfOtF3B0S/Yh29mbQqOT+3nByxutSf45Pn9/YD+mbYEJ3u03jsZnGlHcDnQDxhstCE4Dnq+u/S38gvWa4hgcZZd8GyMH3BimlnwUpwf8GFewWfu23/ci97POQVHEQ1kTn+WUTDyBdzluXyCj6MRL+USrBs84MYPuYngl2jI93kEl6Nb8JzeRhbBG2jMQg7Bhi2kaTuJFqwCxqh7szhNLvgETLyZWtAWIOIjRN4AER0h8gaI6AgjBQ9a/YAXkwoavoFzDqQUXIYDGwkFP/cQfCGd4Oiah+BwlkzwKQ8/4P1kglEzTachA3I3kdhmEiN4EU48n0awajjSv5v+NIngY3DjpySCbk8YMc8YLTxhxDzjcMEVPz/gzwSCjk8YOJ5A0DwSbPatDhYcw5Utd8FDvoIX3AXXfQUf8Rasgpf0wxhMnQXdBgqxA4ZQwaNw5lNnQedXEHjAWdCxn9ul7yvo/BWM+BIGCi7BnTdcBTf9BR90FXRYUWi4whAmWLlMiG9nOHUUnCABvzoKJmgjCGwlYYI7KQSPOwq69yPhfQnyj6bnLPoJ1o3/Ld2P3tRNMEkjRlgzRqaV6car1UGCjyIJX7sJJuiJg3vjIME/gNa+M8i4stpo9h4k6DyjmzPwEqyRiG0nwUSfQQSN+pF74S12EQ7tfacR9KUOETycSvCCk+CRVILHnAQTdSTAw06CV1IJPuQkmGQ8HdrXoZ1JcfjUGO11xQjqjNHWjCR0VvK/EDyfSrDvJJhgYSZ8vNWq4LArgqupBHtF0EhnEryWSnBYBEU+1PJd3anOjmYWujJgvaE+5F9XnzRdUZ92bqpP3I+oL30cUl88Oqi+/LaivoA5UV8CrtUX0an+G4LyP3LW1X+Fbar/TDycRvCT7vzQnqhvCajVN1VQfVsK5Tf27KhvjVpS31w2Ud+eV6lvcKT6FlHKb7JdUt+mPFbf6E31rfKUP2xwVP24xrL6gZdK/cgQ1Q9dUf7Y2lj94B/XxI9Ockf98OmK+vFdqh+ApvoRcsofwq/UyxjQ7Rl/19VSGlQvRkL5ci4jn4I4290tKUT5okxUL2tF+cJg1Zp4aTWqF6ejfHk/qhdIpC3ChfQlJuWLdNJyDPAAcwhO1AvFUr3ULuWLFVO93DObFcz+lvkE5UuOU71oO+XL3rP6K87vBDML6l+9QPXLKxh8PQkwCPs13LkLVCh/BY3+JT4h1yD90Oo1SJS/SIr7XMVlev2SX2Y20LjMjPLXwd2i/upV5Qv1/qW+evPl3SsJ3z55zsnOVTARRdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdBKSdCKfIL/AI7KhDlWMYaPAAAAAElFTkSuQmCC",
    "base64",
  ),
};

/** What a lighthouse is asked for with; no failure may repeat it. */
export const secretWord = "lighthouse";
