import type { Component } from 'svelte';
import type { LaneStore } from '../stores/lane.svelte.ts';
import BoardsStage from './BoardsStage.svelte';
import FramesStage from './frames/FramesStage.svelte';
import QueueStage from './queue/QueueStage.svelte';
import RequestsStage from './requests/RequestsStage.svelte';
import Chains from './tasks/Chains.svelte';
import Draws from './tasks/Draws.svelte';
import Launchpads from './tasks/Launchpads.svelte';
import Speakers from './tasks/Speakers.svelte';

/** The pictures there are, by the kind of stage that a workload asks for. */
export const stages: Readonly<Record<string, Component<{ lane: LaneStore }>>> = {
  boards: BoardsStage,
  launchpads: Launchpads,
  speakers: Speakers,
  draws: Draws,
  chains: Chains,
  queue: QueueStage,
  requests: RequestsStage,
  frames: FramesStage,
};
