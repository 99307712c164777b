import { createFileRoute } from "@tanstack/react-router";
import { ResetPasswordPage } from "../members/ResetPasswordPage.tsx";

export const Route = createFileRoute("/reset-password")({
  validateSearch: ({ token }): { token: string } => ({ token: typeof token === "string" ? token : "" }),
  component: ResetPasswordPage,
});
