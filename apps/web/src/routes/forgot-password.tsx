import { createFileRoute } from "@tanstack/react-router";
import { ForgotPasswordPage } from "../members/ForgotPasswordPage.tsx";

export const Route = createFileRoute("/forgot-password")({ component: ForgotPasswordPage });
