import { refusalOf } from "@covenant/domain";
import { QueryClient } from "@tanstack/react-query";

const retriesAtMost = 2;

/** Server facts live here. A refusal is an answer and is not asked for again; a fault of the line is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => refusalOf(error) === null && failures < retriesAtMost,
    },
  },
});
