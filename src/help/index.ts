import { openHelp } from './openHelp';

/** Links to help stand in pages that PHP prints and in those that are drawn later: one listener serves all. */
document.addEventListener( 'click', ( { target } ) => {
	if ( ! ( target instanceof Element ) ) {
		return;
	}
	const link = target.closest< HTMLElement >( '[data-orderinvoicer-help]' );
	if ( link ) {
		openHelp( link );
	}
} );
