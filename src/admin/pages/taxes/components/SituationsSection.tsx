import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';
import type { SellsyTax } from '../../../../schemas/sellsy';
import type { ShopSituation } from '../../../../schemas/shop';
import { isCurrent, type MappingRow } from '../useTaxes';
import { ordersText } from './RatesSection';
import { TaxChoice } from './TaxChoice';

type SituationsProps = {
	rows: Array< MappingRow< ShopSituation > >;
	taxes: SellsyTax[];
	onChange: (
		situation: ShopSituation[ 'situation' ],
		taxId: number | null
	) => void;
};

export function SituationsSection( props: SituationsProps ) {
	const current = props.rows.filter( isCurrent );
	const others = props.rows.filter( ( row ) => ! isCurrent( row ) );
	return (
		<Section
			title={ __( 'Sales without tax', 'orderinvoicer' ) }
			intro={ __(
				'Why an order or a line carries no tax, as your latest 50 orders show it. Each reason needs an exempt tax of Sellsy; without it such an order stops.',
				'orderinvoicer'
			) }
		>
			{ current.length === 0 ? (
				<p>
					{ __(
						'None of the latest 50 orders has a line without tax: nothing to set.',
						'orderinvoicer'
					) }
				</p>
			) : (
				<Situations { ...props } rows={ current } />
			) }
			{ others.length > 0 && <Others { ...props } rows={ others } /> }
		</Section>
	);
}

function Situations( { rows, taxes, onChange }: SituationsProps ) {
	return (
		<ul className="orderinvoicer-mapping">
			{ rows.map( ( row ) => (
				<li
					key={ row.subject.situation }
					className="orderinvoicer-mapping__row"
				>
					<div>
						<strong className="orderinvoicer-sentence">
							{ row.subject.label }
						</strong>
						<p className="orderinvoicer-muted">
							{ ordersText( row.subject.orders_recent ) }
						</p>
					</div>
					<TaxChoice
						label={ sprintf(
							/* translators: %s: reason why an order carries no tax. */
							__( 'Exempt Sellsy tax for: %s', 'orderinvoicer' ),
							row.subject.label
						) }
						row={ row }
						taxes={ taxes }
						onChange={ ( taxId ) =>
							onChange( row.subject.situation, taxId )
						}
					/>
				</li>
			) ) }
		</ul>
	);
}

/** Reasons that no order shows: there for those who know that such orders will come. */
function Others( props: SituationsProps ) {
	const [ isOpen, setIsOpen ] = useState( false );
	return (
		<div className="orderinvoicer-stack">
			<div>
				<Button
					variant="link"
					aria-expanded={ isOpen }
					onClick={ () => setIsOpen( ! isOpen ) }
				>
					{ __(
						'Reasons that no recent order shows',
						'orderinvoicer'
					) }
				</Button>
			</div>
			{ isOpen && <Situations { ...props } /> }
		</div>
	);
}
