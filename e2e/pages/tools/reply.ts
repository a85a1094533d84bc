import { arrive, next, type Place } from "./visit.ts";

/** Answers for a family of the stage, from who is coming to the thanks. */
export async function replyForFamily(place: Place, name: string): Promise<void> {
  await allCome(place);
  await chooseAndSend(place, name);
}

export async function allCome(place: Place): Promise<void> {
  await place.getByRole("button", { name: "We’ll all be there" }).click();
  await place.getByLabel("Who will come with you?").fill("Jonas Berg");
}

/** From a first step that is answered. */
export async function chooseAndSend(place: Place, name: string): Promise<void> {
  await next(place, new RegExp(name));
  await place.getByRole("radio", { name: "Sea bass" }).check();
  await place.getByRole("radio", { name: "No, nothing" }).check();
  await next(place, /Leo Silva/);
  await place.getByRole("radio", { name: "Pasta" }).check();
  await place.getByRole("radio", { name: "Yes" }).first().check();
  await place.getByRole("checkbox", { name: "Nuts", exact: true }).check();
  await place.getByRole("radio", { name: "Life-threatening" }).check();
  await next(place, /Jonas Berg/);
  await place.getByRole("radio", { name: "Roast" }).check();
  await place.getByRole("radio", { name: "No, nothing" }).check();
  await next(place, "A few questions");
  await place.getByLabel("Which song gets you dancing?").fill("Dancing Queen");
  await next(place, "Does this look right?");
  await place.getByRole("button", { name: "Send our reply" }).click();
  await arrive(place, "Thank you!");
}
