import { mount } from 'svelte';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import App from './views/App.svelte';
import { openTransport } from './client/open.ts';
import { session } from './stores/session.svelte.ts';
import { laneTitles } from './views/lane-titles.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no element with the id "app".');
session.nameLanes(laneTitles);
mount(App, { target });
session.connect(openTransport);
