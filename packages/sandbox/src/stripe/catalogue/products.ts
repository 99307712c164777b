import type Stripe from "stripe";
import { type Fields, textOf, textsOf } from "../../record.ts";
import type { ApiRoutes } from "../api/api-routes.ts";
import { matches, pageOf, pageParameters, within } from "../api/list.ts";
import { flagOf, mergedMetadata, metadataOf, refuseUnknown, requiredText, textOrNull } from "../api/parameters.ts";
import { found, refused } from "../api/stripe-error.ts";
import type { Books } from "../books/books.ts";
import { newId } from "../books/ids.ts";
import { unixNow } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";

const createParameters = [
  "id",
  "name",
  "active",
  "description",
  "metadata",
  "statement_descriptor",
  "tax_code",
  "unit_label",
  "url",
] as const satisfies readonly (keyof Stripe.ProductCreateParams)[];
const updateParameters = [
  "name",
  "active",
  "default_price",
  "description",
  "metadata",
  "statement_descriptor",
  "tax_code",
  "unit_label",
  "url",
] as const satisfies readonly (keyof Stripe.ProductUpdateParams)[];
const listParameters = [
  ...pageParameters,
  "active",
  "ids",
] as const satisfies readonly (keyof Stripe.ProductListParams)[];

/** https://docs.stripe.com/api/products */
export function serveProducts(api: ApiRoutes, room: StripeRoom): void {
  const { products } = room.books;
  api.post("/products", ({ fields }) => {
    refuseUnknown(fields, createParameters);
    const product = createProduct(room.books, fields);
    void emitEvent(room, "product.created", product);
    return product;
  });
  api.get("/products", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const isWithin = within(fields.created);
    const ids = textsOf(fields.ids);
    const wanted = ({ id, active, created }: Stripe.Product) =>
      matches(fields.active, String(active)) && isWithin(created) && (ids.length === 0 || ids.includes(id));
    return pageOf([...products.values()].filter(wanted), fields, path);
  });
  api.get("/products/:id", ({ id }) => found(products, id, "product"));
  api.post("/products/:id", ({ id, fields }) => {
    refuseUnknown(fields, updateParameters);
    const product = found(products, id, "product");
    updateProduct(product, fields);
    void emitEvent(room, "product.updated", product);
    return product;
  });
}

/** Makes a product out of checked parameters, or out of `product_data`. */
export function createProduct({ products }: Books, parameters: Fields): Stripe.Product {
  const id = textOf(parameters.id) ?? newId("prod");
  if (products.has(id)) throw refused(`Product already exists: ${id}`, "resource_already_exists");
  const now = unixNow();
  const product = {
    id,
    object: "product",
    active: flagOf(parameters, "active") ?? true,
    created: now,
    default_price: null,
    description: textOrNull(parameters.description),
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: metadataOf(parameters.metadata),
    name: requiredText(parameters, "name"),
    package_dimensions: null,
    shippable: null,
    statement_descriptor: textOrNull(parameters.statement_descriptor),
    tax_code: textOrNull(parameters.tax_code),
    tax_details: null,
    type: "service",
    unit_label: textOrNull(parameters.unit_label),
    updated: now,
    url: textOrNull(parameters.url),
  } satisfies Stripe.Product;
  products.set(id, product);
  return product;
}

function updateProduct(product: Stripe.Product, parameters: Fields): void {
  product.active = flagOf(parameters, "active") ?? product.active;
  product.name = textOf(parameters.name) ?? product.name;
  product.metadata = mergedMetadata(product.metadata, parameters.metadata);
  if (parameters.description !== undefined) product.description = textOrNull(parameters.description);
  if (parameters.default_price !== undefined) product.default_price = textOrNull(parameters.default_price);
  product.updated = unixNow();
}
