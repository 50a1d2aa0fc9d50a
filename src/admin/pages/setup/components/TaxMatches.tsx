import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { Loading } from '../../../../components/Loading';
import { usePreselected } from '../../../../components/mapping/preselected';
import {
	Failure,
	Message,
	ProblemMessage,
} from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import type { Sellsy, Shop } from '../../../../generated/schemas';
import type { SettingsDraft } from '../../../settings/useSettings';
import type { SellsyLists } from '../../../useSellsyLists';
import { TaxChoice } from '../../taxes/components/TaxChoice';
import { rateName } from '../../taxes/creation';
import { unmappedRates } from '../../taxes/unmapped';
import { withRate, withSituation } from '../../taxes/edits';
import {
	certainProposals,
	isCurrent,
	type MappingRow,
	proposalProblem,
	readyProposals,
	type TaxRows,
	taxRows,
} from '../../taxes/useTaxes';
import { type Match, Matches } from './Matches';

type TaxMatchesProps = {
	form: SettingsDraft;
	shop: Shop;
	lists: SellsyLists;
};

export function TaxMatches( { lists, ...props }: TaxMatchesProps ) {
	const loadingLabel = __( 'Reading the taxes of Sellsy…', 'orderinvoicer' );
	return (
		<ResourceView view={ lists.sellsy } loadingLabel={ loadingLabel }>
			{ ( { taxes } ) =>
				lists.proposals.resource.status === 'loading' ? (
					<Loading label={ loadingLabel } />
				) : (
					<Taxes { ...props } lists={ lists } taxes={ taxes } />
				)
			}
		</ResourceView>
	);
}

type TaxesProps = TaxMatchesProps & { taxes: Sellsy[ 'taxes' ] };

function Taxes( { form, shop, lists, taxes }: TaxesProps ) {
	const { saved, value, edit } = form;
	const rows = taxRows(
		value,
		shop,
		taxes.items,
		readyProposals( lists.proposals ),
		saved
	);
	const isUntouched =
		saved.tax_rates === value.tax_rates &&
		saved.exempt_taxes === value.exempt_taxes &&
		saved.rounding_tax_id === value.rounding_tax_id;
	usePreselected( isUntouched, certainProposals( value, rows ), edit );
	const matches = matchesOf( rows, { form, shop, taxes }, isUntouched );
	const withoutProposals = proposalProblem( lists.proposals, taxes.problem );
	return (
		<>
			{ taxes.problem && <ProblemMessage problem={ taxes.problem } /> }
			{ lists.refreshing.status === 'failed' && (
				<Failure error={ lists.refreshing.error } />
			) }
			{ withoutProposals && (
				<Message status="warning">
					<p>{ withoutProposals }</p>
				</Message>
			) }
			<Matches matches={ matches } />
			{ matches.some( ( { isSure } ) => ! isSure ) && (
				<Button
					variant="tertiary"
					isBusy={ lists.refreshing.status === 'running' }
					disabled={ lists.refreshing.status === 'running' }
					accessibleWhenDisabled
					onClick={ lists.refresh }
				>
					{ __( 'Read the taxes of Sellsy again', 'orderinvoicer' ) }
				</Button>
			) }
		</>
	);
}

/** What has a tax or surely gets one, and what would stop orders. What no order uses can wait. */
function matchesOf(
	{ rates, situations, rounding }: TaxRows,
	{ form, shop, taxes }: Omit< TaxesProps, 'lists' >,
	isUntouched: boolean
): Match[] {
	const { value, edit } = form;
	const list = taxes.problem ? 'unknown' : 'known';
	const isSure = ( { taxId, proposal }: MappingRow< unknown > ): boolean =>
		taxId !== null || ( isUntouched && proposal?.confidence === 'certain' );
	const stopping = unmappedRates( value, shop ).map( ( { id } ) => id );
	const common = { taxes: taxes.items, list } as const;
	return [
		...rates
			.filter(
				( row ) => isSure( row ) || stopping.includes( row.subject.id )
			)
			.map( ( row ) => {
				const { id, label, percent } = row.subject;
				const name = rateName( label, percent );
				return {
					key: `rate ${ id }`,
					name,
					isSure: isSure( row ),
					choice: (
						<TaxChoice
							{ ...common }
							label={ sprintf(
								/* translators: %s: name and percentage of a tax rate of the shop. */
								__( 'Sellsy tax for %s', 'orderinvoicer' ),
								name
							) }
							row={ row }
							onChange={ ( taxId ) =>
								edit( {
									tax_rates: withRate(
										value.tax_rates,
										id,
										taxId
									),
								} )
							}
						/>
					),
				};
			} ),
		...situations.filter( isCurrent ).map( ( { others: _, ...row } ) => {
			const { situation, label, advice, categories } = row.subject;
			return {
				key: situation,
				name: label,
				isSure: isSure( row ),
				...( ! isSure( row ) && { detail: advice } ),
				choice: (
					<TaxChoice
						{ ...common }
						label={ sprintf(
							/* translators: %s: reason why an order carries no tax. */
							__( 'Exempt Sellsy tax for: %s', 'orderinvoicer' ),
							label
						) }
						row={ row }
						canFit={ categories.length > 0 }
						onChange={ ( taxId ) =>
							edit( {
								exempt_taxes: withSituation(
									value.exempt_taxes,
									situation,
									taxId
								),
							} )
						}
					/>
				),
			};
		} ),
		...( shop.tax_rates.length > 0 || rounding.taxId !== null
			? [
					{
						key: 'rounding',
						name: __( 'Row “Rounding”', 'orderinvoicer' ),
						detail: __(
							'A few cents at times, so that the total is exactly what was paid.',
							'orderinvoicer'
						),
						isSure: isSure( rounding ),
						choice: (
							<TaxChoice
								{ ...common }
								label={ __(
									'Exempt Sellsy tax for the row “Rounding”',
									'orderinvoicer'
								) }
								row={ rounding }
								onChange={ ( taxId ) =>
									edit( { rounding_tax_id: taxId } )
								}
							/>
						),
					},
				]
			: [] ),
	];
}
