import { createFileRoute } from "@tanstack/react-router";
import { ConfirmPage } from "../members/ConfirmPage.tsx";

export const Route = createFileRoute("/confirm")({
  validateSearch: ({ token }): { token: string } => ({ token: typeof token === "string" ? token : "" }),
  component: ConfirmPage,
});
