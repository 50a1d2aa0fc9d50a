import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { formatCount } from '../../../../i18n/format';

type PagerProps = {
	page: number;
	pages: number;
	onPage: ( page: number ) => void;
	/** Of lists that are not sorted by time. */
	words?: { previous: string; next: string };
};

export function Pager( { page, pages, onPage, words }: PagerProps ) {
	if ( pages <= 1 ) {
		return null;
	}
	return (
		<nav
			className="orderinvoicer-pager"
			aria-label={ __( 'Pages of the list', 'orderinvoicer' ) }
		>
			<Button
				variant="secondary"
				__next40pxDefaultSize
				disabled={ page <= 1 }
				accessibleWhenDisabled
				onClick={ () => onPage( page - 1 ) }
			>
				{ words?.previous ?? __( 'Newer', 'orderinvoicer' ) }
			</Button>
			<span aria-live="polite">
				{ sprintf(
					/* translators: 1: number of this page, 2: number of pages. */
					__( 'Page %1$s of %2$s', 'orderinvoicer' ),
					formatCount( page ),
					formatCount( pages )
				) }
			</span>
			<Button
				variant="secondary"
				__next40pxDefaultSize
				disabled={ page >= pages }
				accessibleWhenDisabled
				onClick={ () => onPage( page + 1 ) }
			>
				{ words?.next ?? __( 'Older', 'orderinvoicer' ) }
			</Button>
		</nav>
	);
}
