/** Texts of the timeline. */
export const timeline = {
  title: 'Timeline',
  states: { running: 'running', ready: 'ready', waiting: 'waiting', holding: 'blocking' },
  statesElsewhere: { running: 'running', ready: 'ready', waiting: 'waiting', holding: 'blocking' },
  last: 'last {span}',
  ending: '{span} up to {at}',
  over: 'over since {at}',
  zoomIn: 'Show a shorter time',
  zoomOut: 'Show a longer time',
  follow: 'Back to now',
  lane: 'Timeline of {lane}',
  laneHelp: 'Plus and minus change how long a time is shown, left and right move it, up and down choose a task.',
  legend: 'Marks',
  sampled: '{text}, 1 task in {step}',
  under: '{task}: {state} at {at}',
};
