/** Address of the server's own page with a site's form. */
export function hostedPageUrl(publicUrl: string, slug: string): string {
  return `${publicUrl}/r/${slug}`;
}
