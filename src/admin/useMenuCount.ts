import { useEffect } from '@wordpress/element';
import { _n, sprintf } from '@wordpress/i18n';
import { formatCount } from '../i18n/format';

const BADGE = 'a[href$="page=orderinvoicer"] .awaiting-mod';

/** WordPress's menu was drawn with the page: its number follows what is known since. Null while nothing is. */
export function useMenuCount( toDo: number | null ): void {
	useEffect( () => {
		const badge = document.querySelector< HTMLElement >( BADGE );
		if ( badge === null || toDo === null ) {
			return;
		}
		// WordPress hides none by its class.
		badge.classList.toggle( 'count-0', toDo === 0 );
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
