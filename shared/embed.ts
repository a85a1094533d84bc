import { z } from "zod";

/** What a couple pastes into the page it has, as HTML. */
export const embedSchema = z.strictObject({
  /** All that most pages need: script, element and, for browsers without scripts, a link. */
  snippet: z.string(),
  /** Once on every page that carries the form. */
  script: z.string(),
  element: z.string(),
  /** Instead of the element, for website builders that drop tags they do not know. */
  div: z.string(),
  /** For browsers without scripts. */
  noscript: z.string(),
  /** Instead of all the others, for website builders that take no scripts. */
  iframe: z.string(),
  /** Address of the server's own page with the form. */
  page: z.url(),
});
export type Embed = z.infer<typeof embedSchema>;
