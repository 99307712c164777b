import Stripe from "stripe";

/** The API version the stand-in speaks: the one the installed SDK is pinned to. */
export const apiVersion = Stripe.API_VERSION;
