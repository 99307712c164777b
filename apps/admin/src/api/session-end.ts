import { refusalOf } from "@covenant/domain";
import type { QueryClient } from "@tanstack/react-query";

/** Calls back whenever the api answers a question with "there is no session any more". */
export function onSessionEnded(queryClient: QueryClient, callBack: () => void): void {
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "error") return;
    if (refusalOf(event.action.error)?.code === "session/required") callBack();
  });
}
