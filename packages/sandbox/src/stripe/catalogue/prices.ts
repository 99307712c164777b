import type Stripe from "stripe";
import { type Fields, textsOf } from "../../record.ts";
import type { ApiRoutes } from "../api/api-routes.ts";
import { matches, pageOf, pageParameters, within } from "../api/list.ts";
import { flagOf, mergedMetadata, refuseUnknown, textOrNull } from "../api/parameters.ts";
import { found } from "../api/stripe-error.ts";
import type { Books } from "../books/books.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { createPrice, freeLookupKey } from "./create-price.ts";

const createParameters = [
  "currency",
  "active",
  "lookup_key",
  "metadata",
  "nickname",
  "product",
  "product_data",
  "recurring",
  "tax_behavior",
  "transfer_lookup_key",
  "unit_amount",
] as const satisfies readonly (keyof Stripe.PriceCreateParams)[];
const updateParameters = [
  "active",
  "lookup_key",
  "metadata",
  "nickname",
  "tax_behavior",
  "transfer_lookup_key",
] as const satisfies readonly (keyof Stripe.PriceUpdateParams)[];
const listParameters = [
  ...pageParameters,
  "active",
  "currency",
  "lookup_keys",
  "product",
  "type",
] as const satisfies readonly (keyof Stripe.PriceListParams)[];

/** https://docs.stripe.com/api/prices. A price never changes what it asks; another price is made instead. */
export function servePrices(api: ApiRoutes, room: StripeRoom): void {
  const { prices } = room.books;
  api.post("/prices", ({ fields }) => {
    refuseUnknown(fields, createParameters);
    const price = createPrice(room.books, fields);
    void emitEvent(room, "price.created", price);
    return price;
  });
  api.get("/prices", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const isWithin = within(fields.created);
    const keys = textsOf(fields.lookup_keys);
    const wanted = (price: Stripe.Price) =>
      matches(fields.active, String(price.active)) &&
      matches(fields.currency, price.currency) &&
      matches(fields.product, String(price.product)) &&
      matches(fields.type, price.type) &&
      isWithin(price.created) &&
      (keys.length === 0 || keys.includes(price.lookup_key ?? ""));
    return pageOf([...prices.values()].filter(wanted), fields, path);
  });
  api.get("/prices/:id", ({ id }) => found(prices, id, "price"));
  api.post("/prices/:id", ({ id, fields }) => {
    refuseUnknown(fields, updateParameters);
    const price = found(prices, id, "price");
    updatePrice(room.books, price, fields);
    void emitEvent(room, "price.updated", price);
    return price;
  });
}

function updatePrice(books: Books, price: Stripe.Price, parameters: Fields): void {
  if (parameters.lookup_key !== undefined) {
    const key = textOrNull(parameters.lookup_key);
    freeLookupKey(books, key, flagOf(parameters, "transfer_lookup_key") ?? false);
    price.lookup_key = key;
  }
  price.active = flagOf(parameters, "active") ?? price.active;
  price.metadata = mergedMetadata(price.metadata, parameters.metadata);
  if (parameters.nickname !== undefined) price.nickname = textOrNull(parameters.nickname);
}
