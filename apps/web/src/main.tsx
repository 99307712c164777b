import "./app.css";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api/query-client.ts";
import { buildRouter } from "./build-router.ts";

const router = buildRouter({ queryClient, hasStorefront: !["localhost", "127.0.0.1"].includes(location.hostname) });

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no place for the app");
void show(root);

/** A page that came ready-made stays until the app can show the same, and is then replaced in one step. */
async function show(place: HTMLElement): Promise<void> {
  if (place.hasChildNodes()) await router.load();
  createRoot(place).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}
