/** Enough of a mail address to recognise a person one knows: `a…@example.com`. */
export function maskMail(mail: string): string {
  const at = mail.lastIndexOf("@");
  const [first = ""] = mail.slice(0, at);
  return `${first}…${mail.slice(at)}`;
}
