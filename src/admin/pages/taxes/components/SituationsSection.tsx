import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import {
	MappingTable,
	type MappingTableRow,
} from '../../../../components/mapping/MappingTable';
import { TextAreaField } from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import { formatCount } from '../../../../i18n/format';
import type { SellsyTax, ShopSituation } from '../../../../generated/schemas';
import { type WantedTax, wantedForSituation } from '../creation';
import { type ListState, taxState } from '../taxState';
import {
	isCurrent,
	isMisfit,
	isUnexplained,
	type SituationRow,
} from '../useTaxes';
import { TaxChoice } from './TaxChoice';

type SituationsProps = {
	rows: SituationRow[];
	taxes: SellsyTax[];
	onChange: (
		situation: ShopSituation[ 'situation' ],
		taxId: number | null
	) => void;
	onReason: (
		situation: ShopSituation[ 'situation' ],
		reason: string
	) => void;
	list: ListState;
	onCreate?: ( wanted: WantedTax ) => void;
};

export function SituationsSection( props: SituationsProps ) {
	const current = props.rows.filter( isCurrent );
	const others = props.rows.filter( ( row ) => ! isCurrent( row ) );
	return (
		<Section
			setting="exempt_taxes exempt_reasons"
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
	row: SituationRow,
	{ taxes, onChange, onReason, onCreate, list }: SituationsProps
): MappingTableRow {
	const { situation, label, orders_recent: orders, advice } = row.subject;
	const state = isUnexplained( row )
		? 'broken'
		: taxState(
				{
					taxId: row.taxId,
					options: [ ...row.options, ...row.others ],
				},
				taxes,
				list
			);
	const wanted = wantedForSituation( situation );
	return {
		key: situation,
		text: label,
		state,
		cells: [
			<div key="reason" className="orderinvoicer-sentence">
				<strong>{ label }</strong>
				{ ( state === 'unmapped' || isMisfit( row ) ) && (
					<p className="orderinvoicer-muted">{ advice }</p>
				) }
			</div>,
			formatCount( orders ),
			<div
				key="tax"
				className="orderinvoicer-stack orderinvoicer-stack--tight"
			>
				<TaxChoice
					label={ sprintf(
						/* translators: %s: reason why an order carries no tax. */
						__( 'Exempt Sellsy tax for: %s', 'orderinvoicer' ),
						label
					) }
					row={ row }
					taxes={ taxes }
					onChange={ ( taxId ) => onChange( situation, taxId ) }
					list={ list }
					canFit={ row.subject.categories.length > 0 }
					{ ...( onCreate &&
						wanted && { onCreate: () => onCreate( wanted ) } ) }
				/>
				{ isMisfit( row ) && (
					<TextAreaField
						label={ sprintf(
							/* translators: %s: reason why an order carries no tax. */
							__(
								'Why this tax is right all the same: %s',
								'orderinvoicer'
							),
							label
						) }
						help={ __(
							'It does not fit such a sale, so orders stop. If it is right, say why in a sentence; the diagnostics show it.',
							'orderinvoicer'
						) }
						maxLength={ 300 }
						value={ row.reason }
						onChange={ ( reason ) => onReason( situation, reason ) }
					/>
				) }
			</div>,
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
