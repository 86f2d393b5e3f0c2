import type { Component } from 'svelte';
import type { LaneStore } from '../stores/lane.svelte.ts';
import BoardsStage from './boards/BoardsStage.svelte';
import FramesStage from './call-stack/CallStackStage.svelte';
import QueueStage from './queue/QueueStage.svelte';
import RequestsStage from './requests/RequestsStage.svelte';
import Chains from './chains/Chains.svelte';
import Draws from './draws/Draws.svelte';
import Launchpads from './launchpads/Launchpads.svelte';
import Speakers from './speakers/Speakers.svelte';

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
