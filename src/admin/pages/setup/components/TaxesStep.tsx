import { __ } from '@wordpress/i18n';
import {
	Failure,
	Message,
	ProblemMessage,
} from '../../../../components/Message';
import { isLoading } from '../../../../api/useResource';
import { ResourceView } from '../../../../components/ResourceView';
import type { Sellsy, Shop } from '../../../../generated/schemas';
import { RatesSection } from '../../taxes/components/RatesSection';
import { RoundingSection } from '../../taxes/components/RoundingSection';
import { SituationsSection } from '../../taxes/components/SituationsSection';
import { TaxActions } from '../../taxes/components/TaxActions';
import {
	proposalProblem,
	readyProposals,
	taxRows,
	withRate,
	withReason,
	withSituation,
} from '../../taxes/useTaxes';
import { missingTaxes } from '../missing';
import { taxEdits } from '../parts';
import { choiceOf, type StepProps } from '../progress';
import { stepHref } from '../steps';
import { useWhileShown } from '../hooks';
import { StepFrame } from './StepFrame';

export function TaxesStep( props: StepProps ) {
	const { form, facts, heading, lists, shop, go } = props;
	const choice = choiceOf( facts );
	const whileShown = useWhileShown();
	return (
		<StepFrame
			step="taxes"
			choice={ choice }
			heading={ heading }
			title={ __( 'Which tax is which?', 'orderinvoicer' ) }
			intro={ __(
				'Each VAT rate of the shop needs its tax in Sellsy. What surely fits is chosen already; look it over.',
				'orderinvoicer'
			) }
			saving={ form.saving }
			next={ {
				onClick: () =>
					form.savePart( taxEdits, () =>
						whileShown( () => go( stepHref( 'payments', choice ) ) )
					),
				// What surely fits is chosen once it is read, and kept with this step.
				disabled:
					isLoading( shop, lists.sellsy, lists.proposals ) ||
					form.errors[ 'rounding_cap' ] !== undefined,
			} }
		>
			<ResourceView
				view={ shop }
				loadingLabel={ __(
					'Reading the tax rates of the shop…',
					'orderinvoicer'
				) }
			>
				{ ( shopFacts ) => (
					<ResourceView
						view={ lists.sellsy }
						loadingLabel={ __(
							'Reading the taxes of Sellsy…',
							'orderinvoicer'
						) }
					>
						{ ( { taxes } ) => (
							<Mapping
								form={ form }
								shop={ shopFacts }
								taxes={ taxes }
								lists={ lists }
							/>
						) }
					</ResourceView>
				) }
			</ResourceView>
		</StepFrame>
	);
}

type MappingProps = Pick< StepProps, 'form' | 'lists' > & {
	shop: Shop;
	taxes: Sellsy[ 'taxes' ];
};

function Mapping( { form, shop, taxes, lists }: MappingProps ) {
	const { value, edit } = form;
	const { items, problem } = taxes;
	const rows = taxRows(
		value,
		shop,
		items,
		readyProposals( lists.proposals ),
		form.saved
	);
	const list = problem ? 'unknown' : 'known';
	const withoutProposals = proposalProblem( lists.proposals, problem );
	return (
		<>
			{ problem && <ProblemMessage problem={ problem } /> }
			{ lists.refreshing.status === 'failed' && (
				<Failure error={ lists.refreshing.error } />
			) }
			{ withoutProposals && (
				<Message status="warning">
					<p>{ withoutProposals }</p>
				</Message>
			) }
			<TaxActions
				form={ form }
				rows={ rows }
				lists={ lists }
				isPreselected
			/>
			<RatesSection
				rows={ rows.rates }
				taxes={ items }
				list={ list }
				onChange={ ( rateId, taxId ) =>
					edit( {
						tax_rates: withRate( value.tax_rates, rateId, taxId ),
					} )
				}
			/>
			<SituationsSection
				rows={ rows.situations }
				taxes={ items }
				list={ list }
				onChange={ ( situation, taxId ) =>
					edit( {
						exempt_taxes: withSituation(
							value.exempt_taxes,
							situation,
							taxId
						),
					} )
				}
				onReason={ ( situation, reason ) =>
					edit( {
						exempt_reasons: withReason(
							value.exempt_reasons,
							situation,
							reason
						),
					} )
				}
			/>
			<RoundingSection
				form={ form }
				row={ rows.rounding }
				taxes={ items }
				list={ list }
			/>
			{ missingTaxes( value, shop ).map( ( text ) => (
				<p key={ text }>{ text }</p>
			) ) }
		</>
	);
}
