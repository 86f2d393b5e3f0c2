import { mount } from 'svelte';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import App from './views/App.svelte';
import { openTransport } from './client/open.ts';
import { takeLink } from './client/page-link.ts';
import { whatIsWrong } from './stores/open-saved.ts';
import { scenarioFile } from './stores/scenario-file.svelte.ts';
import { session } from './stores/session.svelte.ts';
import { beginWithFirst, kindArrival } from './stage/kinds.ts';
import { laneTitles } from './views/lane-titles.ts';
import { openGiven } from './views/open-given.ts';
import type { Opening } from '../shared/saved/saved-run.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no element with the id "app".');
session.nameLanes(laneTitles);
session.showAfter(kindArrival);
session.followFiles(({ name, text }) => void openGiven(name, text));
beginWithFirst();
mount(App, { target });

/** A link is read before the page connects, or when it is put into the address of a page that is open. */
async function openLink(show: (opening: Opening) => void): Promise<void> {
  try {
    const opening = await takeLink(location, history);
    if (opening !== null) show(opening);
  } catch (error) {
    session.sayProblems(whatIsWrong(error, 'link'));
  }
}

void openLink((opening) => session.openFirst(opening)).then(() => session.connect(openTransport));
addEventListener('hashchange', () => {
  void openLink((opening) => {
    void session.openRun(opening).then((opened) => {
      if (opened.ok) scenarioFile.opens(null);
      else session.sayProblems(opened.problems);
    });
  });
});
