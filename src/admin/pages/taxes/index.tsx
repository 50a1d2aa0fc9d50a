import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import { Failure, Message, ProblemMessage } from '../../../components/Message';
import { ResourceView } from '../../../components/ResourceView';
import type { Sellsy } from '../../../schemas/sellsy';
import type { Shop } from '../../../schemas/shop';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import type { SellsyLists } from '../../useSellsyLists';
import { RatesSection } from './components/RatesSection';
import { RoundingSection } from './components/RoundingSection';
import { SituationsSection } from './components/SituationsSection';
import { TaxActions } from './components/TaxActions';
import { VatModeSection } from './components/VatModeSection';
import {
	proposalProblem,
	readyProposals,
	taxRows,
	withRate,
	withSituation,
} from './useTaxes';

type TaxesPageProps = {
	settings: View< SettingsForm >;
	shop: View< Shop >;
	lists: SellsyLists;
};

export function TaxesPage( { settings, shop, lists }: TaxesPageProps ) {
	return (
		<ResourceView
			view={ settings }
			loadingLabel={ __( 'Reading the settings…', 'orderinvoicer' ) }
		>
			{ ( form ) => (
				<ResourceView
					view={ shop }
					loadingLabel={ __(
						'Reading the tax rates of the shop…',
						'orderinvoicer'
					) }
				>
					{ ( facts ) => (
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
									shop={ facts }
									taxes={ taxes }
									lists={ lists }
								/>
							) }
						</ResourceView>
					) }
				</ResourceView>
			) }
		</ResourceView>
	);
}

type MappingProps = {
	form: SettingsForm;
	shop: Shop;
	taxes: Sellsy[ 'taxes' ];
	lists: SellsyLists;
};

function Mapping( { form, shop, taxes, lists }: MappingProps ) {
	const { value, edit } = form;
	const { items, problem } = taxes;
	const rows = taxRows(
		value,
		shop,
		items,
		readyProposals( lists.proposals )
	);
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
			<TaxActions form={ form } rows={ rows } lists={ lists } />
			<RatesSection
				rows={ rows.rates }
				taxes={ items }
				onChange={ ( rateId, taxId ) =>
					edit( {
						tax_rates: withRate( value.tax_rates, rateId, taxId ),
					} )
				}
			/>
			<SituationsSection
				rows={ rows.situations }
				taxes={ items }
				onChange={ ( situation, taxId ) =>
					edit( {
						exempt_taxes: withSituation(
							value.exempt_taxes,
							situation,
							taxId
						),
					} )
				}
			/>
			<RoundingSection
				form={ form }
				row={ rows.rounding }
				taxes={ items }
			/>
			<VatModeSection form={ form } />
			<SaveBar form={ form } />
		</>
	);
}
