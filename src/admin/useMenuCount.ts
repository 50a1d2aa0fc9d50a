import { useEffect } from '@wordpress/element';
import { _n, sprintf } from '@wordpress/i18n';
import { formatCount } from '../i18n/format';

const LINK = 'a[href$="page=orderinvoicer"]';
const BADGE = `${ LINK } .awaiting-mod`;

/** WordPress draws none where nothing was to be done. */
function newBadge(): HTMLElement {
	const badge = document.createElement( 'span' );
	badge.className = 'awaiting-mod';
	badge.innerHTML =
		'<span aria-hidden="true"></span><span class="screen-reader-text"></span>';
	document.querySelector( `#adminmenu ${ LINK }` )?.append( ' ', badge );
	return badge;
}

/** WordPress's menu was drawn with the page: its number follows what is known since. Null while nothing is. */
export function useMenuCount( toDo: number | null ): void {
	useEffect( () => {
		const drawn = document.querySelector< HTMLElement >( BADGE );
		if ( toDo === null || ( drawn === null && toDo === 0 ) ) {
			return;
		}
		const badge = drawn ?? newBadge();
		badge.hidden = toDo === 0;
		const [ number, words ] = badge.children;
		number?.replaceChildren( formatCount( toDo ) );
		words?.replaceChildren(
			sprintf(
				/* translators: %s: number of orders. */
				_n(
					'%s order needs you.',
					'%s orders need you.',
					toDo,
					'orderinvoicer'
				),
				formatCount( toDo )
			)
		);
	}, [ toDo ] );
}
