import { noticeData } from "../../shared/notices.ts";
import type { Operation, Parameter, PathItem } from "./document.ts";
import type { JsonSchemas } from "./json-schemas.ts";

/** What is sent to vendors' endpoints, by type. */
export function webhooksOf(schemas: JsonSchemas): Record<string, PathItem> {
  const items = Object.entries(noticeData).map(([type, schema]) => {
    const operation: Operation = {
      operationId: `notice-${type.replace(".", "-")}`,
      summary: schema.description ?? type,
      tags: ["Webhooks"],
      security: [],
      parameters: Object.keys(deliveryHeaders).map((name) => ({
        $ref: `#/components/parameters/${name}`,
      })),
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: {
              type: "object",
              properties: {
                type: { const: type },
                timestamp: {
                  type: "string",
                  format: "date-time",
                  description: "When this body was composed; every retry carries the same bytes.",
                },
                data: schemas.told(schema),
              },
              required: ["type", "timestamp", "data"],
            },
          },
        },
      },
      responses: {
        "2XX": { description: "Taken. Anything else is tried again, for three days." },
        "410": { description: "Gone: the endpoint is disabled." },
        "429": { description: "Too much just now. `Retry-After` is honoured; so it is with 503." },
      },
    };
    return [type, { post: operation }] as const;
  });
  return Object.fromEntries(items);
}

/** The headers of a delivery, as Standard Webhooks names them. */
export const deliveryHeaders: Record<string, Parameter> = {
  "webhook-id": {
    name: "webhook-id",
    in: "header",
    required: true,
    description: "The same for every try of one delivery: keep it, and ignore what you have seen.",
    schema: { type: "string", pattern: "^delivery_" },
  },
  "webhook-timestamp": {
    name: "webhook-timestamp",
    in: "header",
    required: true,
    description: "Seconds since 1970 at which this try was made; refuse what is five minutes off.",
    schema: { type: "string", pattern: "^\\d+$" },
  },
  "webhook-signature": {
    name: "webhook-signature",
    in: "header",
    required: true,
    description: "`v1,` and the base64 of the HMAC-SHA256 of `id.timestamp.body`, under the " +
      "endpoint's secret; two of them, with a space between, while a secret is rotated out.",
    schema: { type: "string" },
  },
};
