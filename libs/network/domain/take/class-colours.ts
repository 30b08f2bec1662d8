/** Colours of classes on light ground, by the names of their tokens in the style sheet: what is printed has no style sheet. */
export const CLASS_COLOURS: Readonly<Record<string, string>> = {
  '--kn-class-1': '#4849e6',
  '--kn-class-2': '#cc591c',
  '--kn-class-3': '#5a015d',
  '--kn-class-4': '#890b00',
  '--kn-class-5': '#7f4b83',
  '--kn-class-6': '#0201ad',
  '--kn-class-rest': '#868b9f',
  '--kn-step-1': '#0698a4',
  '--kn-step-2': '#027797',
  '--kn-step-3': '#03528e',
  '--kn-step-4': '#1c297c',
  '--kn-step-5': '#1f0051',
};
