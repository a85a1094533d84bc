import { createApp, ref } from "vue";
import type {
  RsvpReadyEvent,
  RsvpStepEvent,
  RsvpSubmittedEvent,
} from "../../../widget/rsvp-events.ts";

/** A couple's page in Vue: the form can be moved, taken away, brought back, and given a guest. */
const page = {
  props: { site: String },
  setup() {
    const told = ref<string[]>([]);
    const first = ref(true);
    const there = ref(true);
    const token = ref<string>();
    return {
      told,
      first,
      there,
      token,
      others: ["How we met", "How to get there"],
      words: { find: "Look me up" },
      handOver: () => token.value = location.hash.slice(1),
      ready: ({ step }: RsvpReadyEvent) => told.value.push(`ready ${step}`),
      step: ({ step }: RsvpStepEvent) => told.value.push(`step ${step}`),
      submitted: ({ attending, changeNumber }: RsvpSubmittedEvent) =>
        told.value.push(`submitted ${attending} ${Number.isInteger(changeNumber)}`),
    };
  },
  template: `
    <main>
      <button @click="first = !first">Move it</button>
      <button @click="there = !there">Take it away or back</button>
      <button @click="handOver">Hand it over</button>
      <template v-for="part in first ? ['form', ...others] : [...others, 'form']" :key="part">
        <wedding-rsvp
          v-if="part === 'form' && there"
          :site="site"
          :guest-token="token"
          :words="words"
          @rsvp-ready="ready"
          @rsvp-step="step"
          @rsvp-submitted="submitted"
        ></wedding-rsvp>
        <p v-if="part !== 'form'">{{ part }}</p>
      </template>
      <output>{{ told.join(", ") }}</output>
    </main>`,
};

const root = document.getElementById("app");
if (root) {
  const app = createApp(page, { site: root.dataset.site });
  app.config.compilerOptions.isCustomElement = (tag) => tag === "wedding-rsvp";
  app.mount(root);
}
