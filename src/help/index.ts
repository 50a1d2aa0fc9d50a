import { openHelp } from './openHelp';

/** Links to help stand in pages that PHP prints and in those that are drawn later: one listener serves all. */
document.addEventListener( 'click', ( { target } ) => {
	const link =
		target instanceof Element
			? target.closest< HTMLElement >( '[data-orderinvoicer-help]' )
			: null;
	if ( link ) {
		openHelp( link );
	}
} );
