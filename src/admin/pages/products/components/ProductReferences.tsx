import { useCallback, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { getProducts } from '../../../../api/productEndpoints';
import { isRefreshing } from '../../../../api/useResource';
import { useSearch } from '../../../../api/useSearch';
import { SelectField } from '../../../../components/fields';
import { Failure, Message } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import { Rows } from '../../../../components/Rows';
import { SearchForm } from '../../../../components/SearchForm';
import { useFocusKept } from '../../../../components/useFocusKept';
import { formatCount } from '../../../../i18n/format';
import { Pager } from '../../tasks/components/Pager';
import { type ProductActs, useProductActs } from '../useProductActs';
import { filterWord, FILTERS, type ProductFilter } from '../words';
import { ProductsTable } from './ProductsTable';

/** Products that documents cannot name by their reference, and what they are remembered as at Sellsy. */
export function ProductReferences() {
	const [ filter, setFilter ] = useState< ProductFilter >( 'any' );
	const load = useCallback(
		( query: { page: number; search: string }, signal: AbortSignal ) =>
			getProducts( { ...query, problem: filter }, signal ),
		[ filter ]
	);
	const model = useSearch( load );
	const act = useProductActs( model );
	const { area, place } = useFocusKept< HTMLDivElement >();
	return (
		<div
			{ ...area }
			{ ...place }
			className="orderinvoicer-stack"
			role="group"
			aria-label={ __( 'References of products', 'orderinvoicer' ) }
		>
			<p className="orderinvoicer-section__intro">
				{ __(
					'A product is found at Sellsy by its reference (SKU). Where that is missing, has fewer than two characters or is borne by several products, its line on a document is free text, or names whichever item has that reference: name, price and VAT are right all the same, only the item’s statistics and stock at Sellsy do not count it.',
					'orderinvoicer'
				) }
			</p>
			<Outcome state={ act.state } gone={ act.gone } />
			<SearchForm
				label={ __( 'Name or reference', 'orderinvoicer' ) }
				onSearch={ model.find }
			>
				<SelectField
					label={ __( 'Show', 'orderinvoicer' ) }
					value={ filter }
					options={ FILTERS.map( ( value ) => ( {
						value,
						label: filterWord( value ),
					} ) ) }
					onChange={ ( chosen ) => {
						setFilter(
							FILTERS.find( ( f ) => f === chosen ) ?? 'any'
						);
						model.goTo( 1 );
					} }
				/>
			</SearchForm>
			<ResourceView
				view={ model.view }
				loadingLabel={ __( 'Reading the products…', 'orderinvoicer' ) }
			>
				{ ( { items, page, pages } ) => (
					<Rows isEarlier={ isRefreshing( model.view.resource ) }>
						<ProductsTable
							products={ items }
							isNarrowed={
								model.search !== '' || filter !== 'any'
							}
							act={ act }
						/>
						<Pager
							page={ page }
							pages={ pages }
							onPage={ model.goTo }
							words={ {
								previous: __(
									'Previous page',
									'orderinvoicer'
								),
								next: __( 'Next page', 'orderinvoicer' ),
							} }
						/>
					</Rows>
				) }
			</ResourceView>
			<p className="orderinvoicer-muted">
				{ __(
					'Looked at: published products and variations that can be sold here. Lines: of the orders sold in the last twelve months, at most the latest 10,000.',
					'orderinvoicer'
				) }
			</p>
		</div>
	);
}

function Outcome( { state, gone }: Pick< ProductActs, 'state' | 'gone' > ) {
	if ( state.status === 'failed' ) {
		return <Failure error={ state.error } />;
	}
	return state.status === 'done' ? (
		<Message status="success">
			<p>{ outcomeText( gone ) }</p>
		</Message>
	) : null;
}

function outcomeText( gone: number | null ): string {
	if ( gone === null ) {
		return __(
			'Forgotten. The next order with this product looks for it at Sellsy afresh.',
			'orderinvoicer'
		);
	}
	return gone === 0
		? __( 'All of them are still at Sellsy.', 'orderinvoicer' )
		: sprintf(
				/* translators: %s: number of products. */
				_n(
					'%s was no longer at Sellsy and was forgotten: its next order looks for it afresh.',
					'%s were no longer at Sellsy and were forgotten: their next orders look for them afresh.',
					gone,
					'orderinvoicer'
				),
				formatCount( gone )
			);
}
