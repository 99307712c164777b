import { createFileRoute } from "@tanstack/react-router";
import { ExchangeRatesPage } from "../exchange-rates/ExchangeRatesPage.tsx";
import { needs } from "../shell/capability.ts";

export const Route = createFileRoute("/_console/exchange-rates")({
  beforeLoad: needs("order.read"),
  component: ExchangeRatesPage,
});
