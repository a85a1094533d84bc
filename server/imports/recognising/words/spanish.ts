import type { HeaderWords } from "./words.ts";

export const spanish: HeaderWords = {
  "name":
    "nombre|nombre completo|invitado|invitados|cliente|nombre y apellido|nombre y apellidos|" +
    "nombre del invitado|nombres y apellidos",
  "first-name": "nombre de pila|primer nombre|nombres",
  "middle-name": "segundo nombre",
  "last-name": "apellido|apellidos",
  "title": "tratamiento",
  "nickname": "apodo",
  "age": "edad|adulto nino|adulto o nino",
  "mail": "correo|correo electronico|direccion de correo|email correo",
  "phone": "telefono|celular|movil|numero de telefono|telefono movil|tel celular",
  "party": "familia|grupo familiar|hogar|invitacion",
  "envelope": "nombre en el sobre|nombre en la invitacion",
  "address": "direccion|domicilio",
  "street": "calle|calle y numero",
  "street-2": "piso|colonia|departamento",
  "city": "ciudad|localidad|poblacion",
  "region": "estado|provincia|comunidad",
  "postal-code": "codigo postal|cp|c p",
  "country": "pais",
  "plus-ones": "acompanante|acompanantes|numero de acompanantes|mas uno|con acompanante",
  "invited-count":
    "cantidad|cantidad de invitados|numero de invitados|cantidad de invitados x cliente|" +
    "pases|numero de pases|personas|lugares|boletos|numero de personas|cupos",
  "children": "ninos|hijos|numero de ninos",
  "diet": "dieta|alergias|restricciones alimentarias|restricciones|alergias e intolerancias",
  "note": "nota|notas|comentario|comentarios|observaciones|mensaje",
  "tags": "lado|mesa|grupo|relacion|parentesco|categoria|numero de mesa",
  "invited": "invitado a",
  "reply": "confirmacion|asistencia|asiste|confirmado|respuesta|asistira|confirma|estado respuesta",
  "meal": "comida|menu elegido|platillo|plato|eleccion de menu",
  "attending-count": "numero de asistentes|asistentes|confirmados|total confirmados",
};
