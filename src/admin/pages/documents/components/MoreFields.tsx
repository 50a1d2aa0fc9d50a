import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { fetched } from '../../../../components/fetched';
import { FetchedPart } from '../../../../components/FetchedPart';
import { setOf } from '../set';
import type { KindProps } from '../types';

/** Folded: first the page is seen. */
const Fields = fetched( async () => {
	const part = await import(
		/* webpackChunkName: "rare" */ './FoldedFields'
	);
	return part.FoldedFields;
} );

/**
 * What most shops set once, folded; what is set can be read without unfolding. It opens where something is still to be
 * chosen, and closes only by hand.
 */
export function MoreFields( props: KindProps ) {
	const { kind, form, sellsy, shop } = props;
	const workflow = form.value[ kind ];
	const set = setOf( kind, workflow, sellsy, shop.currency );
	const isIncomplete = workflow.enabled && workflow.rate_category_id === null;
	const [ isOpen, setOpen ] = useState( isIncomplete );
	useEffect( () => {
		if ( isIncomplete ) {
			setOpen( true );
		}
	}, [ isIncomplete ] );
	return (
		<details
			className="orderinvoicer-more"
			open={ isOpen }
			onToggle={ ( event ) => setOpen( event.currentTarget.open ) }
		>
			<summary>
				{ __( 'More: rate category, owner, texts', 'orderinvoicer' ) }
				{ set.length > 0 && (
					<span className="orderinvoicer-muted orderinvoicer-more__set">
						{ set.join( ' · ' ) }
					</span>
				) }
			</summary>
			<div className="orderinvoicer-stack">
				<FetchedPart>
					<Fields { ...props } />
				</FetchedPart>
			</div>
		</details>
	);
}
