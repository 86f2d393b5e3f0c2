import type { Component } from 'svelte';
import type { LaneStore } from '../stores/lane.svelte.ts';
import BoardsStage from './BoardsStage.svelte';

/** The pictures there are, by the kind of stage that a workload asks for. */
export const stages: Readonly<Record<string, Component<{ lane: LaneStore }>>> = {
  boards: BoardsStage,
};
