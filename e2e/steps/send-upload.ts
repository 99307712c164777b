import type { Page } from "playwright-core";
import { callProcedure } from "./call-procedure.ts";

/** Sends a picture from inside the page in one piece, by tus as the page does. @returns the upload's id. */
export async function sendUpload(page: Page, photo: Buffer): Promise<string> {
  const arrivalId = await page.evaluate(
    async (bytes) => {
      const common = { "x-covenant": "1", "tus-resumable": "1.0.0" };
      const metadata = `filename ${btoa("photo.png")},filetype ${btoa("image/png")}`;
      const announced = { ...common, "upload-length": String(bytes.length), "upload-metadata": metadata };
      const begun = await fetch("/uploads", { method: "POST", headers: announced });
      const address = begun.headers.get("location") ?? "";
      const headers = { ...common, "upload-offset": "0", "content-type": "application/offset+octet-stream" };
      const sent = await fetch(address, { method: "PATCH", headers, body: new Uint8Array(bytes) });
      if (!sent.ok) throw new Error(`${address} answered ${sent.status}: ${await sent.text()}`);
      return address.split("/").at(-1) ?? "";
    },
    [...photo],
  );
  return (await callProcedure(page, "uploads.finish", { arrivalId })).id;
}
