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
  /**
   * Instead of all the others, for website builders that let nothing else in. Its script makes the frame as high as what
   * it shows; where scripts are dropped, too, the frame scrolls.
   */
  iframe: z.string(),
  /** Address of the server's own page with the form. */
  page: z.url(),
  /**
   * The script in the version that it has now, for pages that want it to stay so: its address serves these very bytes for
   * ever, and the browser refuses others. Null where the script is not built.
   */
  pinned: z.strictObject({
    src: z.url(),
    /** Of the script: `sha384-…`. */
    integrity: z.string(),
    /** Instead of the other snippet. */
    snippet: z.string(),
  }).nullable(),
});
export type Embed = z.infer<typeof embedSchema>;
