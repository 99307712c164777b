const retriesAtMost = 2;

/**
 * How an app's query cache asks. What `isAnswer` knows for the server's own no is not asked for again; a fault of the
 * line is.
 */
export function queryDefaults(isAnswer: (error: unknown) => boolean) {
  return {
    queries: {
      staleTime: 10_000,
      retry: (failures: number, error: unknown) => !isAnswer(error) && failures < retriesAtMost,
    },
  };
}
