import type { Guest, InvitationView } from "../../shared/party.ts";
import type { Question } from "../../shared/questions.ts";
import type { SavedReply } from "../../shared/reply.ts";
import type { SiteForm } from "../../shared/site.ts";

/** What everybody may know of a wedding in Lisbon. */
export function aForm(over: Partial<SiteForm> = {}): SiteForm {
  return {
    site: "site_lisbon",
    names: "Emma & James",
    date: "2027-06-12",
    zone: "Europe/Lisbon",
    languages: ["en"],
    intro: "We would love to have you with us.",
    deadline: null,
    replies: "open",
    theme: { preset: "page" },
    finding: { by: "name", secondFact: "when-two-match" },
    contact: {},
    notSure: false,
    phrases: {},
    counter: null,
    ...over,
  };
}

export function aGuest(name: string | null, over: Partial<Guest> = {}): Guest {
  const id = `guest_${(name ?? "seat").toLowerCase()}` as const;
  const kind = name === null ? "open" : "named";
  return { id, kind, name, age: "adult", events: ["event_ceremony", "event_dinner"], ...over };
}

/** Two adults and a child, invited to a ceremony and a dinner with one course. */
export function aView(over: Partial<InvitationView> & { guests?: Guest[] } = {}): InvitationView {
  const { guests, ...rest } = over;
  return {
    party: {
      id: "party_silva",
      name: "Ana, Leo & Mia",
      guests: guests ?? [aGuest("Ana"), aGuest("Leo"), aGuest("Mia", { age: "child" })],
    },
    events: [
      {
        id: "event_ceremony",
        name: "Ceremony",
        startsAt: "2027-06-12T14:00",
        zone: "Europe/Lisbon",
        courses: [],
      },
      {
        id: "event_dinner",
        name: "Dinner",
        startsAt: "2027-06-12T18:30",
        zone: "Europe/Lisbon",
        courses: [{
          id: "course_main",
          name: "Main course",
          meals: [
            { id: "meal_bass", name: "Sea bass", for: "adult" },
            { id: "meal_risotto", name: "Mushroom risotto", for: "everyone" },
            { id: "meal_pasta", name: "Pasta", for: "child" },
          ],
        }],
      },
    ],
    questions: [],
    reply: null,
    replies: "open",
    ...rest,
  };
}

export function aQuestion(over: Partial<Question> & { id: Question["id"] }): Question {
  return { label: "A song?", for: "party", required: false, kind: "text", ...over } as Question;
}

export function aSavedReply(over: Partial<SavedReply> = {}): SavedReply {
  const yes = ["guest_ana", "guest_leo", "guest_mia"] as const;
  return {
    guests: yes.map((guestId) => ({
      guestId,
      replies: [
        { eventId: "event_ceremony", attending: true, meals: {} },
        { eventId: "event_dinner", attending: true, meals: { course_main: "meal_risotto" } },
      ],
      diets: [],
      allergies: [],
      answers: {},
    })),
    answers: {},
    submittedAt: "2027-01-10T10:00:00Z",
    changeNumber: 7,
    by: "guest",
    late: false,
    ...over,
  };
}
