import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { getPaymentMethods } from '../../../api/endpoints';
import { useResource } from '../../../api/useResource';
import { formatMoney } from '../../../i18n/format';
import { ResourceView } from '../../../components/ResourceView';
import type { Shop } from '../../../generated/schemas';
import { SaveBar } from '../../settings/SaveBar';
import { together } from '../../settings/together';
import type { SettingsForm } from '../../settings/useSettings';
import { hasV1 } from '../../useSellsyLists';
import type { PageProps } from '../types';
import { Companies } from './components/Companies';
import { Delivery } from './components/Delivery';
import { Finality } from './components/Finality';
import { Found } from './components/Found';
import { Money } from './components/Money';
import { Refunds } from './components/Refunds';
import { Since } from './components/Since';
import { Told } from './components/Told';
import { Vat } from './components/Vat';
import { WhatAndWhen } from './components/WhatAndWhen';
import type { SentenceProps } from './types';
import { type Newest, useNewest } from './useNewest';
import { isFinalByRule } from './what';

type EssentialsPageProps = Pick<
	PageProps,
	'settings' | 'shop' | 'lists' | 'switches'
>;

export function EssentialsPage( {
	settings,
	shop,
	lists,
	switches,
}: EssentialsPageProps ) {
	const loadingLabel = __( 'Reading the settings…', 'orderinvoicer' );
	return (
		<ResourceView view={ settings } loadingLabel={ loadingLabel }>
			{ ( form ) => (
				<ResourceView view={ shop } loadingLabel={ loadingLabel }>
					{ ( facts ) => (
						<Sentences
							form={ form }
							shop={ facts }
							lists={ lists }
							switches={ switches }
						/>
					) }
				</ResourceView>
			) }
		</ResourceView>
	);
}

type SentencesProps = Pick< EssentialsPageProps, 'lists' | 'switches' > & {
	form: SettingsForm;
	shop: Shop;
};

function Sentences( { form, shop, lists, switches }: SentencesProps ) {
	const newest = useNewest( form );
	const finality = useFinality( form );
	const methods = useResource( getPaymentMethods );
	const sentence: SentenceProps = {
		form,
		shop,
		newest,
		switches,
		hasV1: hasV1( lists.sellsy ),
	};
	const isOn = form.value.invoice.enabled;
	return (
		<div className="orderinvoicer-essentials">
			<p className="orderinvoicer-lead">{ leadText( newest ) }</p>
			<div className="orderinvoicer-essentials__card">
				<WhatAndWhen { ...sentence } methods={ methods } />
				{ isOn && <Finality { ...sentence } { ...finality } /> }
				{ isOn && <Delivery { ...sentence } /> }
				{ isOn && <Refunds { ...sentence } /> }
				<Companies { ...sentence } />
				<Vat form={ form } shop={ shop } />
				<Money form={ form } methods={ methods } />
				<Since { ...sentence } />
				<Told { ...sentence } />
				<Found { ...sentence } />
			</div>
			<p className="orderinvoicer-muted">
				{ __(
					'Documents that exist stay as they are.',
					'orderinvoicer'
				) }
			</p>
			<SaveBar
				form={ together(
					form,
					switches,
					finality.isOpen
						? { ...form.errors, 'invoice.finalise': 'open' }
						: form.errors
				) }
			/>
		</div>
	);
}

const leadText = ( newest: Newest ): string =>
	typeof newest === 'string'
		? __( 'What your orders become.', 'orderinvoicer' )
		: sprintf(
				/* translators: 1: number of an order, 2: its amount. */
				__(
					'What your orders become. Below each sentence: your newest order, %1$s of %2$s, as if it came today.',
					'orderinvoicer'
				),
				newest.number,
				formatMoney( newest.incl_tax, newest.currency )
			);

/** An invoice that is switched on here has nothing chosen beforehand. */
function useFinality( { saved, value }: SettingsForm ) {
	const [ isChosen, setIsChosen ] = useState( false );
	return {
		isOpen:
			! saved.invoice.enabled &&
			value.invoice.enabled &&
			! isChosen &&
			! isFinalByRule( value ),
		onChosen: () => setIsChosen( true ),
	};
}
