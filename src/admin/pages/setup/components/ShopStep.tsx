import { __ } from '@wordpress/i18n';
import { ResourceView } from '../../../../components/ResourceView';
import { getPaymentMethods } from '../../../../api/endpoints';
import { useResource } from '../../../../api/useResource';
import type { Shop } from '../../../../generated/schemas';
import { hasV1 } from '../../../useSellsyLists';
import { hasRules } from '../../documents/rules';
import { Companies } from '../../essentials/components/Companies';
import { Delivery } from '../../essentials/components/Delivery';
import { Finality } from '../../essentials/components/Finality';
import { Refunds } from '../../essentials/components/Refunds';
import { WhatAndWhen } from '../../essentials/components/WhatAndWhen';
import { type Newest, useNewest } from '../../essentials/useNewest';
import { isChosen, type StepProps } from '../progress';
import { stepHref } from '../steps';
import { StepFrame } from './StepFrame';

export function ShopStep( props: StepProps ) {
	const { facts, heading, shop, go } = props;
	return (
		<StepFrame
			step="shop"
			heading={ heading }
			title={ __( 'What shall your orders become?', 'orderinvoicer' ) }
			intro={ __(
				'What suits most shops stands here already: change what does not fit yours. Nothing is switched on before the last step, and everything can be changed later.',
				'orderinvoicer'
			) }
			next={ {
				onClick: () => go( stepHref( 'taxes' ) ),
				disabled: ! isChosen( facts ),
				missing: facts.isOpen
					? __( 'Choose above: draft or final.', 'orderinvoicer' )
					: __(
							'Choose above what an order becomes.',
							'orderinvoicer'
						),
			} }
		>
			<ResourceView
				view={ shop }
				loadingLabel={ __( 'Reading the shop…', 'orderinvoicer' ) }
			>
				{ ( data ) => <Sentences { ...props } data={ data } /> }
			</ResourceView>
		</StepFrame>
	);
}

/** VAT is the next step's: nobody is told here that it is missing. */
const withoutTaxes = ( newest: Newest ): Newest =>
	typeof newest === 'string'
		? newest
		: {
				...newest,
				documents: newest.documents.filter(
					( { problem } ) =>
						problem === null ||
						! /^(tax|exemption|rounding)_/.test( problem.code )
				),
			};

function Sentences( {
	draft: { form, switches, isOpen },
	lists,
	data,
}: StepProps & { data: Shop } ) {
	const sentence = {
		form,
		switches,
		shop: data,
		newest: withoutTaxes( useNewest( form ) ),
		hasV1: hasV1( lists.sellsy ),
	};
	const methods = useResource( getPaymentMethods );
	const { invoice, creditnote } = form.value;
	return (
		<div className="orderinvoicer-essentials__card">
			<WhatAndWhen { ...sentence } methods={ methods } />
			{ invoice.enabled && (
				<>
					<Finality
						{ ...sentence }
						isOpen={ isOpen }
						areButtons
						// Who looks at each invoice first wants to see its credit notes too, and the sentence says so.
						onChosen={ ( finalise ) => {
							if (
								creditnote.enabled &&
								! hasRules( creditnote )
							) {
								form.editGroup( 'creditnote', { finalise } );
							}
						} }
					/>
					<Delivery { ...sentence } />
					<Refunds { ...sentence } />
				</>
			) }
			<Companies { ...sentence } />
		</div>
	);
}
