import type { HeaderWords } from "./words.ts";

export const english: HeaderWords = {
  "name":
    "name|full name|guest name|guest|guests|guest names|names|invitee|invitees|display name|" +
    "name s|guest s|who|person|attendee|attendee name|contact name|first and last name|invited guest",
  "first-name":
    "first name|first|given name|firstname|forename|christian name|fname|guest first name",
  "middle-name": "middle name|middle|additional name|middle names|middle initial",
  "last-name": "last name|last|surname|family name|lastname|lname|guest last name|second name",
  "title": "title|prefix|name prefix|salutation|honorific|courtesy title",
  "suffix": "suffix|name suffix",
  "nickname": "nickname|nick name|preferred name|goes by|known as",
  "age":
    "age|age group|adult child|adult or child|guest type|age adult child|child or adult|age range",
  "mail": "email|e mail|email address|e mail address|mail|emails|email addresses|email optional|" +
    "e mail 1|e mail 2|e mail 3|email 1|email 2|e mail 1 value|e mail 2 value|e mail 3 value|" +
    "e mail 4 value|e mail 2 address|e mail 3 address|guest email|contact email|primary email|" +
    "email s|personal email",
  "phone":
    "phone|phone number|mobile|mobile phone|mobile number|cell|cell phone|cell number|telephone|" +
    "telephone number|phone optional|phone 1|phone 2|phone 3|phone 1 value|phone 2 value|" +
    "phone 3 value|phone 4 value|primary phone|home phone|home phone 2|business phone|other phone|" +
    "contact number|contact|tel|whatsapp|phone numbers|phone s|text number|main phone",
  "party": "party|party name|household|household name|family|group name|party id|household id|" +
    "party number|household number|invitation|invitation name|invitation group|invite group|" +
    "family name on invitation|invited together|guest party|family unit",
  "envelope": "name on envelope|envelope|envelope name|addressed to|address to|mailing name|" +
    "names on envelope|envelope addressing|formal name|invitation addressing|outer envelope|" +
    "name s on envelope|addressee",
  "address": "address|full address|mailing address|postal address|home address|" +
    "address 1 formatted|address line|street and city",
  "street":
    "street|street address|street address 1|address 1|address line 1|street 1|home street|" +
    "address 1 street|mailing address 1|business street",
  "street-2": "street address 2|street address 2 optional|street address line 2|address 2|" +
    "address line 2|apt|apartment|unit|apt suite|street 2|home street 2|home street 3|" +
    "address 1 extended address|apt number|suite",
  "po-box": "po box|home address po box|address 1 po box",
  "city": "city|town|home city|address 1 city|city town|suburb|business city",
  "region":
    "state|region|state province|state region|province|county|home state|address 1 region|" +
    "state county|business state",
  "postal-code": "zip|zip code|postal code|postcode|zip postal code|home postal code|" +
    "address 1 postal code|zipcode|pincode|pin code|business postal code",
  "country": "country|country region|home country|home country region|address 1 country|" +
    "business country region",
  "plus-ones": "plus one|plus 1|plus ones|plus 1s|plus one allowed|plus one y n|plus 1 allowed|" +
    "allowed plus one|number of plus ones|bringing a guest|extra guests|additional guests|" +
    "plus one yes no|with guest|and guest|has plus one|guest allowed|gets plus one|can bring guest",
  "invited-count":
    "number invited|number of people invited|number of guests|total definitely invited|" +
    "party size|number in party|how many|headcount|head count|total invited|seats|number of seats|" +
    "count|guest count|number of invitees|household size|size of party|total guests|people invited|" +
    "number|number of people|qty|quantity|number of guests invited|pax|total",
  "children": "children|kids|number of children|number of kids|names of children|childrens names|" +
    "kids names|child names|children names",
  "diet":
    "diet|dietary|dietary notes|dietary needs|dietary restrictions|dietary requirements|allergies|" +
    "allergy|food allergies|allergies dietary|dietary requirements allergies|special diet|" +
    "food restrictions|dietary restriction|dietary preferences",
  "note": "note|notes|my notes|comment|comments|remark|remarks|send a note to the couple|message",
  "tags": "tags|tag|labels|categories|group|groups|list|side|guest of|relationship|" +
    "relationship to couple|relation|bride or groom|bride groom|category|guest group|" +
    "group membership|guest list|a list b list|tier|table|table number|seat|table assignment",
  "invited": "invited|invited to|invite|sent invitation|is invited|invitation to",
  "reply": "rsvp|reply|response|rsvp status|status|attending|rsvped|rsvpd|attendance|coming|" +
    "attending y n|rsvp y n|rsvp response|will attend|accepted|accept decline|replied|going|" +
    "reply status|response status|attending yes no|confirmed|confirmation|are you coming",
  "meal": "meal|meal choice|meal preference|entree|dinner choice|menu|menu choice|food choice|" +
    "entree choice|meal selection|dinner|food|meal option",
  "attending-count": "number attending|total attending|number coming|number of guests attending|" +
    "guests attending|number of attendees|actual attending|attending count",
  "unknown": "total maybe invited|save the date|sent save the date|thank you sent|thank you|" +
    "gift|gift received|wedding gift|shower gift|date mailed|mailed|date sent|next to|near to|" +
    "not next to|not near to|invitation sent|save the date sent|engagement gift",
  "ignored": "phonetic first name|phonetic middle name|phonetic last name|yomi name|" +
    "given name yomi|additional name yomi|family name yomi|photo|file as|initials|web page|" +
    "e mail 1 label|e mail 2 label|e mail 3 label|e mail 4 label|e mail 1 type|e mail 2 type|" +
    "e mail 3 type|phone 1 label|phone 2 label|phone 3 label|phone 4 label|phone 1 type|" +
    "phone 2 type|phone 3 type|address 1 label|address 1 type|website 1 label|website 1 value|" +
    "event 1 label|event 1 value|internet free busy|language|location|pager|home fax|" +
    "business fax|other fax|organization|organization name|organization title|" +
    "organization department|company|job title|department|birthday|anniversary|gender|" +
    "mileage|billing information|directory server|sensitivity|priority|private|account|" +
    "keywords|profession|hobby|office location|managers name|assistants name|referred by|" +
    "organizational id number|government id number|user 1|user 2|user 3|user 4|short name|" +
    "maiden name|occupation|subject|revision|uid|rev",
};
