import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { getOrderUsage, getPaymentMethods } from '../../../../api/endpoints';
import { isLoading, useResource } from '../../../../api/useResource';
import { ResourceView } from '../../../../components/ResourceView';
import { Money } from '../../essentials/components/Money';
import { Vat } from '../../essentials/components/Vat';
import type { StepProps } from '../progress';
import { stepHref } from '../steps';
import { MethodMatches } from './MethodMatches';
import { StepFrame } from './StepFrame';
import { TaxMatches } from './TaxMatches';

export function TaxesStep( { draft, heading, lists, shop, go }: StepProps ) {
	const methods = useResource( getPaymentMethods );
	const usage = useResource( getOrderUsage );
	const [ areMatched, setMatched ] = useState( false );
	const { form } = draft;
	return (
		<StepFrame
			step="taxes"
			heading={ heading }
			title={ __( 'VAT and payments in Sellsy', 'orderinvoicer' ) }
			intro={ __(
				'Each VAT rate and each way to pay of your shop has its counterpart in Sellsy. What surely fits is chosen already.',
				'orderinvoicer'
			) }
			next={ {
				onClick: () => go( stepHref( 'check' ) ),
				// What surely fits is chosen once it is read.
				disabled:
					( form.value.payments.enabled && ! areMatched ) ||
					isLoading(
						shop,
						lists.sellsy,
						lists.proposals,
						methods,
						usage
					),
			} }
		>
			<ResourceView
				view={ shop }
				loadingLabel={ __(
					'Reading the tax rates of the shop…',
					'orderinvoicer'
				) }
			>
				{ ( data ) => (
					<div className="orderinvoicer-essentials__card">
						<Vat
							form={ form }
							shop={ data }
							below={
								<TaxMatches
									form={ form }
									shop={ data }
									lists={ lists }
								/>
							}
						/>
						<Money
							form={ form }
							methods={ methods }
							below={
								<MethodMatches
									form={ form }
									methods={ methods }
									usage={ usage }
									onShown={ () => setMatched( true ) }
								/>
							}
						/>
					</div>
				) }
			</ResourceView>
		</StepFrame>
	);
}
