import { refusalOf } from "@covenant/domain";
import { queryDefaults } from "@covenant/ui";
import { QueryClient } from "@tanstack/react-query";

/** Server facts live here. */
export const queryClient = new QueryClient({ defaultOptions: queryDefaults((error) => refusalOf(error) !== null) });
