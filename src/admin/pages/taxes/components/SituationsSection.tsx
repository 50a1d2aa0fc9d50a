import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import {
	MappingTable,
	type MappingTableRow,
} from '../../../../components/mapping/MappingTable';
import { Section } from '../../../../components/Section';
import { formatCount } from '../../../../i18n/format';
import type { SellsyTax } from '../../../../schemas/sellsy';
import type { ShopSituation } from '../../../../schemas/shop';
import { type WantedTax, wantedForSituation } from '../creation';
import { type ListState, taxState } from '../taxState';
import { isCurrent, type MappingRow } from '../useTaxes';
import { TaxChoice } from './TaxChoice';

type SituationsProps = {
	rows: Array< MappingRow< ShopSituation > >;
	taxes: SellsyTax[];
	onChange: (
		situation: ShopSituation[ 'situation' ],
		taxId: number | null
	) => void;
	list: ListState;
	onCreate?: ( wanted: WantedTax ) => void;
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

function Situations( props: SituationsProps ) {
	return (
		<MappingTable
			label={ __( 'Sales without tax', 'orderinvoicer' ) }
			columns={ [
				__( 'Reason', 'orderinvoicer' ),
				__( 'Orders', 'orderinvoicer' ),
				__( 'Exempt tax of Sellsy', 'orderinvoicer' ),
			] }
			rows={ props.rows.map( ( row ) => rowOf( row, props ) ) }
		/>
	);
}

function rowOf(
	row: MappingRow< ShopSituation >,
	{ taxes, onChange, onCreate, list }: SituationsProps
): MappingTableRow {
	const { situation, label, orders_recent: orders } = row.subject;
	const wanted = wantedForSituation( situation );
	return {
		key: situation,
		text: label,
		state: taxState( row, taxes, list ),
		cells: [
			<strong key="reason" className="orderinvoicer-sentence">
				{ label }
			</strong>,
			formatCount( orders ),
			<TaxChoice
				key="tax"
				label={ sprintf(
					/* translators: %s: reason why an order carries no tax. */
					__( 'Exempt Sellsy tax for: %s', 'orderinvoicer' ),
					label
				) }
				row={ row }
				taxes={ taxes }
				onChange={ ( taxId ) => onChange( situation, taxId ) }
				list={ list }
				{ ...( onCreate &&
					wanted && { onCreate: () => onCreate( wanted ) } ) }
			/>,
		],
	};
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
