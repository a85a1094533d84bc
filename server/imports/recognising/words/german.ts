import type { HeaderWords } from "./words.ts";

export const german: HeaderWords = {
  "name": "gast|gaste|vollstandiger name|gastname|vor und nachname|name des gastes|eingeladene",
  "first-name": "vorname|rufname",
  "middle-name": "zweiter vorname|weitere vornamen",
  "last-name": "nachname|familienname|zuname",
  "title": "anrede|titel",
  "suffix": "namenszusatz",
  "nickname": "spitzname",
  "age": "alter|erwachsen kind|erwachsener kind|altersgruppe|kind erwachsener",
  "mail": "e mail adresse|mailadresse|emailadresse|e mail adressen",
  "phone":
    "telefon|handy|mobil|telefonnummer|handynummer|mobilnummer|mobiltelefon|festnetz|rufnummer",
  "party": "familie|haushalt|partei|einladung|gruppe einladung|einladungsgruppe",
  "envelope": "adressiert an|name auf umschlag|umschlag|anschrift name",
  "address": "adresse|anschrift|postanschrift",
  "street": "strasse|strasse und hausnummer|strasse hausnummer|strasse nr",
  "street-2": "adresszusatz|zusatz",
  "po-box": "postfach",
  "city": "ort|stadt|wohnort",
  "region": "bundesland|kanton",
  "postal-code": "plz|postleitzahl",
  "country": "land",
  "plus-ones":
    "plus one erlaubt|begleitung|begleitperson|plus eins|mit begleitung|begleitung erlaubt",
  "invited-count":
    "anzahl|anzahl personen|anzahl gaste|personen|personenzahl|anzahl eingeladen|anzahl der personen",
  "children": "kinder|anzahl kinder|namen der kinder",
  "diet": "diat|diaet|ernahrung|allergien|unvertraglichkeiten|essenswunsch|besonderheiten essen",
  "note": "notiz|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|hinweis",
  "tags": "seite|beziehung|gruppe|kategorie|tisch|tischnummer|brautseite brautigamseite",
  "invited": "eingeladen|eingeladen zu",
  "reply": "zusage|ruckmeldung|antwort|zugesagt|teilnahme|kommt|zu absage|zusage absage|nimmt teil",
  "meal": "essen|gericht|menuwahl|hauptgang|hauptgericht",
  "attending-count": "anzahl zusagen|zugesagt anzahl|kommen anzahl",
  "ignored": "geburtstag|firma|beruf",
};
