import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { fetched } from '../../../../components/fetched';
import { FetchedPart } from '../../../../components/FetchedPart';
import { setOf } from '../set';
import type { KindProps } from '../types';

const Fields = fetched( async () => {
	const part = await import(
		/* webpackChunkName: "rare" */ './FoldedFields'
	);
	return part.FoldedFields;
} );

/** The search leads here. */
const FOLDED = [
	'rate_category_id',
	'owner_id',
	'model_id',
	'payment_term_id',
	'subject',
	'note',
];

/**
 * What most shops set once, folded, and fetched once it is unfolded; what is set can be read without that. It opens
 * where something is still to be chosen, and closes only by hand.
 */
export function MoreFields( props: KindProps ) {
	const { kind, form, sellsy, shop } = props;
	const workflow = form.value[ kind ];
	const set = setOf( kind, workflow, sellsy, shop.currency );
	const isIncomplete = workflow.enabled && workflow.rate_category_id === null;
	const [ isOpen, setOpen ] = useState( isIncomplete );
	const [ wasIncomplete, setWasIncomplete ] = useState( isIncomplete );
	const [ wasOpen, setWasOpen ] = useState( isIncomplete );
	const setIsOpen = ( isNow: boolean ) => {
		setOpen( isNow );
		setWasOpen( wasOpen || isNow );
	};
	if ( wasIncomplete !== isIncomplete ) {
		setWasIncomplete( isIncomplete );
		setIsOpen( isOpen || isIncomplete );
	}
	return (
		<details
			className="orderinvoicer-more"
			data-holds={ FOLDED.map( ( name ) => `${ kind }.${ name }` ).join(
				' '
			) }
			open={ isOpen }
			onToggle={ ( event ) => setIsOpen( event.currentTarget.open ) }
		>
			<summary>
				{ __( 'More: rate category, owner, texts', 'orderinvoicer' ) }
				{ set.length > 0 && (
					<span className="orderinvoicer-muted orderinvoicer-more__set">
						{ set.join( ' · ' ) }
					</span>
				) }
			</summary>
			{ wasOpen && (
				<div className="orderinvoicer-stack">
					<FetchedPart>
						<Fields { ...props } />
					</FetchedPart>
				</div>
			) }
		</details>
	);
}
