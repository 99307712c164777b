import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./find-chromium.ts";

/** Nothing the browser does by itself may leave this machine; meshes are drawn without a graphics card. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
];

/** Starts Chromium. @throws Error that says how to name one when none is found. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error("No Chromium was found: install one, or name it in CHROMIUM_PATH. The journeys need a browser.");
  }
  return chromium.launch({ executablePath, args: flags });
}
