/** Texts of runs that are opened from files and links, and of the link that carries one. */
export const saved = {
  drop: 'Drop it here',
  dropHelp:
    'A scenario, or a PNG or SVG that was exported from Simul, opens as the run it shows; a Chrome Trace of another program as a recording.',
  opened: 'Opened {name}.',
  notRead: 'one that can be read ({reason})',
  copyLink: 'Copy link',
  copyLinkHelp: 'An address that carries this scenario, its lanes and the instant.',
  copied: 'The link is on the clipboard. Whoever has Simul opens it with: simul open LINK.',
  notCopied: 'The browser gives no clipboard. The link: {link}',
};
