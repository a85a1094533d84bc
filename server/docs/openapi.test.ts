import assert from "node:assert/strict";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { endpointRoutes } from "../webhooks/endpoint-routes.ts";
import { deliveryRoutes } from "../webhooks/delivery-routes.ts";
import { vendorRoutes } from "../vendors/routes.ts";
import { openapiDocument } from "./openapi.ts";

const document = openapiDocument([...vendorRoutes, ...endpointRoutes, ...deliveryRoutes], {
  publicUrl: "https://rsvp.test",
});
Deno.test("x", async () => {
  const r = await new Validator().validate(structuredClone(document) as object);
  console.log(r);
  console.log(JSON.stringify(document, null, 1).slice(0, 12000));
  console.log(Object.keys(document.components.schemas));
});
